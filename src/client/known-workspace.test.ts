import assert from 'node:assert/strict';
import { it } from 'node:test';
import { MemoryStorage } from '../ui/memory-storage.ts';
import { findKnownWorkspace, storeKnownWorkspace } from './known-workspace.ts';

it('knows the name and the clock of the workspace that was read last, and of no other', () => {
  const storage = new MemoryStorage();
  assert.equal(findKnownWorkspace(storage, 'wsp_1'), undefined);
  storeKnownWorkspace(storage, { id: 'wsp_1', name: 'Loja', ahead_seconds: 60 });
  assert.deepEqual(findKnownWorkspace(storage, 'wsp_1'), { id: 'wsp_1', name: 'Loja', aheadSeconds: 60 });
  assert.equal(findKnownWorkspace(storage, 'wsp_2'), undefined);
  storage.setItem('cais.workspace', '{');
  assert.equal(findKnownWorkspace(storage, 'wsp_1'), undefined);
});
