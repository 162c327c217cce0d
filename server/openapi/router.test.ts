import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Method } from './document-types.ts';
import type { Operation } from './operations.ts';
import { createRouter } from './router.ts';

function routerOf(...paths: string[]) {
  const router = createRouter(paths.map((path) => ({ path, method: 'get', id: path }) as Operation));
  return (path: string) => {
    const found = router(path);
    return found && { path: found.operations.get('get')?.path, ...found.parameters };
  };
}

describe('matching a request path to a path of the document', () => {
  test('a literal wins over a parameter, in any order', () => {
    for (const paths of [
      ['/users/{id}', '/users/me'],
      ['/users/me', '/users/{id}'],
    ]) {
      const find = routerOf(...paths);
      assert.deepEqual(find('/users/me'), { path: '/users/me' });
      assert.deepEqual(find('/users/7'), { path: '/users/{id}', id: '7' });
      assert.deepEqual(find('/users/mee'), { path: '/users/{id}', id: 'mee' });
    }
  });

  test('a literal further down does not hide a parameter beside it', () => {
    const find = routerOf('/users/me/keys', '/users/{id}', '/users/{id}/posts');
    assert.deepEqual(find('/users/me'), { path: '/users/{id}', id: 'me' });
    assert.deepEqual(find('/users/me/posts'), { path: '/users/{id}/posts', id: 'me' });
  });

  test('parameters at one position may have several names', () => {
    const find = routerOf('/users/{id}', '/users/{user}/posts/{post-id}');
    assert.deepEqual(find('/users/7/posts/9'), { path: '/users/{user}/posts/{post-id}', user: '7', 'post-id': '9' });
  });

  test('a trailing slash distinguishes two operations, and is ignored if there is only one', () => {
    const find = routerOf('/users', '/users/', '/posts/');
    assert.deepEqual(find('/users'), { path: '/users' });
    assert.deepEqual(find('/users/'), { path: '/users/' });
    assert.deepEqual(find('/posts'), { path: '/posts/' });
  });

  test('a segment may mix literals and parameters', () => {
    const find = routerOf(
      '/reports/{id}.{format}',
      '/notes/{id}:cancel',
      '/compare/{from}...{to}',
      '/Users({id})',
      '/@{name}/page',
    );
    assert.deepEqual(find('/reports/42.pdf'), { path: '/reports/{id}.{format}', id: '42', format: 'pdf' });
    assert.deepEqual(find('/notes/42:cancel'), { path: '/notes/{id}:cancel', id: '42' });
    assert.equal(find('/notes/42:delete'), undefined);
    assert.deepEqual(find('/compare/a...b'), { path: '/compare/{from}...{to}', from: 'a', to: 'b' });
    assert.deepEqual(find('/Users(7)'), { path: '/Users({id})', id: '7' });
    assert.deepEqual(find('/@ana/page'), { path: '/@{name}/page', name: 'ana' });
  });

  test('characters with a meaning in patterns are literal', () => {
    const find = routerOf('/a+b/{id}', '/v1:batch', '/files/*', '/all/**/{id}');
    assert.deepEqual(find('/a+b/1'), { path: '/a+b/{id}', id: '1' });
    assert.deepEqual(find('/v1:batch'), { path: '/v1:batch' });
    assert.deepEqual(find('/files/*'), { path: '/files/*' });
    assert.deepEqual(find('/all/**/7'), { path: '/all/**/{id}', id: '7' });
    assert.equal(find('/files/secret'), undefined);
    assert.equal(find('/aab/1'), undefined);
  });

  test('values are decoded once, and an encoded slash stays inside its segment', () => {
    const find = routerOf('/files/{name}');
    assert.deepEqual(find('/files/a%2Fb'), { path: '/files/{name}', name: 'a/b' });
    assert.deepEqual(find('/files/a%252Fb'), { path: '/files/{name}', name: 'a%2Fb' });
    assert.deepEqual(find('/files/%C3%A1gua'), { path: '/files/{name}', name: 'água' });
    assert.equal(find('/files/a/b'), undefined);
    assert.equal(find('/files/'), undefined);
  });

  test('a trailing slash is ignored; matching is case-sensitive', () => {
    const find = routerOf('/users', '/users/{id}');
    assert.deepEqual(find('/users/'), { path: '/users' });
    assert.deepEqual(find('/users/7/'), { path: '/users/{id}', id: '7' });
    assert.equal(find('/Users'), undefined);
  });
});

test('the first of two parameters in one segment is greedy', () => {
  const find = routerOf('/{position}.{ext}');
  assert.deepEqual(find('/37.8,-122.2.xml'), { path: '/{position}.{ext}', position: '37.8,-122.2', ext: 'xml' });
});

describe('operations that share an address', () => {
  const operations = [
    { path: '/#Action=ListUsers', method: 'get', parameters: [{ in: 'query', name: 'Action' }] },
    { path: '/#Action=ListKeys', method: 'get', parameters: [{ in: 'query', name: 'Action' }] },
    { path: '/#X-Amz-Target=Tables.List', method: 'post', parameters: [{ in: 'header', name: 'X-Amz-Target' }] },
    { path: '/#X-Amz-Target=Tables.Make', method: 'post', parameters: [{ in: 'header', name: 'X-Amz-Target' }] },
    { path: '/tags/{arn}', method: 'post', parameters: [] },
    { path: '/tags/{resource}#tagKeys', method: 'delete', parameters: [{ in: 'query', name: 'tagKeys' }] },
  ] as unknown as Operation[];
  const router = createRouter(operations);
  const find = (method: Method, url: string, headers: Record<string, string> = {}) => {
    const { pathname, searchParams } = new URL(url, 'http://localhost');
    return router(pathname, { query: searchParams, headers })?.operations.get(method)?.path;
  };

  test('are distinguished by the parameter after the address', () => {
    assert.equal(find('get', '/?Action=ListUsers'), '/#Action=ListUsers');
    assert.equal(find('get', '/?Action=ListKeys&Version=1'), '/#Action=ListKeys');
    assert.equal(find('post', '/', { 'x-amz-target': 'Tables.Make' }), '/#X-Amz-Target=Tables.Make');
  });

  test('may be a single operation, which then reports what a request lacks', () => {
    assert.equal(find('delete', '/tags/7?tagKeys=a'), '/tags/{resource}#tagKeys');
    assert.equal(find('delete', '/tags/7'), '/tags/{resource}#tagKeys');
  });

  test('may have path parameters after the address', () => {
    const rides = createRouter([
      { path: '/rides?page={number}', method: 'get', parameters: [] } as unknown as Operation,
    ]);
    const found = rides('/rides', { query: new URLSearchParams('page=3'), headers: {} });
    assert.deepEqual(found?.parameters, { number: '3' });
  });

  test('give the path parameters under the names of each', () => {
    assert.deepEqual(router('/tags/7')?.parameters, { arn: '7', resource: '7' });
  });
});
