import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { ApiScopes, Scope } from '../../generated/platform/types.gen.ts';
import { choose, chosenOf, isRuled, reaches, scopesFor } from './scope-choice.ts';

const scope = (name: string): Scope => {
  const access = name.endsWith(':read') ? 'read' : 'write';
  const [api, ...rest] = name.split(':');
  const included_in = [...(rest.length > 1 ? [`${api}:${access}`] : []), ...(api === '*' ? [] : [`*:${access}`])];
  return { name, access, description: null, included_in, operations: [] };
};
const group = (api: string, ...names: string[]): ApiScopes => ({ api, title: api, scopes: names.map(scope) });

const all = group('*', '*:read', '*:write');
const notas = group(
  'notas',
  'notas:read',
  'notas:write',
  'notas:charges:read',
  'notas:charges:write',
  'notas:products:read',
);
const platform = group('platform', 'platform:read', 'api_keys:read', 'api_keys:write');
const tree = [all, notas, platform];

it('adds and removes the read or write scopes of an API', () => {
  const reading = choose(tree, ['notas:write'], scopesFor(platform, 'read'), true);
  assert.deepEqual(reading, ['notas:write', 'platform:read', 'api_keys:read']);
  assert.deepEqual(choose(tree, reading, scopesFor(platform, 'read'), false), ['notas:write']);
  assert.deepEqual(choose(tree, reading, scopesFor(platform, 'read'), true), reading, 'and adds nothing twice');
});

it('replaces the included scopes with the wildcard', () => {
  const before = ['notas:read', 'notas:write', 'api_keys:read'];
  assert.deepEqual(choose(tree, before, scopesFor(all, 'read'), true), ['notas:write', '*:read']);
});

it('replaces the scopes of resources with that of their API', () => {
  const one = choose(tree, ['platform:read'], notas.scopes.slice(2, 3), true);
  assert.deepEqual(one, ['platform:read', 'notas:charges:read']);
  const reading = scopesFor(notas, 'read');
  assert.deepEqual(choose(tree, one, reading, true), ['platform:read', 'notas:read']);
  assert.deepEqual(choose(tree, ['notas:read'], reading, false), []);
  assert.deepEqual([chosenOf(one, reading), chosenOf(['notas:read'], reading)], ['some', 'all']);
  const [whole, , charges] = notas.scopes as [Scope, Scope, Scope];
  assert.deepEqual([isRuled(['notas:read'], charges), isRuled(['notas:read'], whole)], [true, false]);
});

it('reports how much of a group is granted', () => {
  const reading = scopesFor(platform, 'read');
  assert.equal(chosenOf([], reading), 'none');
  assert.equal(chosenOf(['api_keys:read'], reading), 'some');
  assert.equal(chosenOf(['api_keys:read', 'platform:read'], reading), 'all');
  assert.equal(chosenOf(['*:read'], reading), 'all');
  assert.equal(chosenOf(['*:write'], reading), 'none');
});

it('knows which APIs a program can use', () => {
  assert.deepEqual(
    [reaches(tree, ['notas:write'], 'notas'), reaches(tree, ['notas:write'], 'platform')],
    [true, false],
  );
  assert.deepEqual([reaches(tree, ['*:write'], 'platform'), reaches(tree, ['*:write'], 'gone')], [true, false]);
});
