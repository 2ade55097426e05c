import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { createCloudClient } from 'jira.js';
import { markDuplicate, markDuplicateForSure } from './duplicates.js';
import { FakeJira } from './fake_jira.js';

let fake;
let jira;

beforeEach(async () => {
  fake = await FakeJira.with({ issues: ['PROJ-1', 'PROJ-2'], users: [{ name: 'bot', token: 'bot-token' }] });
  jira = createCloudClient(fake.client);
});

afterEach(async () => {
  assert.deepEqual(await fake.unserved(), []);
  await fake.remove();
});

test('the link points the right way', async () => {
  await markDuplicate(jira, 'PROJ-2', 'PROJ-1');

  assert.deepEqual(await fake.links(), ['PROJ-2 duplicates PROJ-1']);
});

test('an issue that has no room is told by name', async () => {
  await fake.set({ link_limit: 0 });

  await assert.rejects(markDuplicate(jira, 'PROJ-2', 'PROJ-1'), /^Error: PROJ-2 or PROJ-1 has no room/);
  assert.deepEqual(await fake.links(), []);
});

test('a lost answer is no reason for a second link', async () => {
  await fake.scenario('lost_reply', { times: 1, path: 'issueLink' });

  await markDuplicateForSure(jira, 'PROJ-2', 'PROJ-1');

  assert.deepEqual(await fake.links(), ['PROJ-2 duplicates PROJ-1']);
  assert.deepEqual((await fake.exchanges()).map(({ status, fault }) => [status, fault]), [[201, 'lost_reply'], [201, null]]);
});

test('a bot that may not link gets a 404, and the test is told why', async () => {
  await fake.load({ permissions: [{ permission: 'LINK_ISSUES', deny: ['bot'] }] });
  const auth = { type: 'basic', email: 'bot@example.com', apiToken: 'bot-token' };

  await assert.rejects(markDuplicate(createCloudClient({ ...fake.client, auth }), 'PROJ-2', 'PROJ-1'), { status: 404 });

  const [refused] = await fake.exchanges();
  assert.equal(refused.reason, 'bot does not hold Link issues in PROJ, the project of the source PROJ-2');
});
