// Calls jira.js for the tests: a line of standard input is a call, and the line of standard output is what came of it.

import { createInterface } from 'node:readline';
import { createAgileClient, createCloudClient } from 'jira.js';

// What an answer held that Atlassian does not describe: jira.js keeps it here where AUDIT_SCHEMAS is "true".
const undescribed = () => globalThis[Symbol.for('apis-code-gen.schemaAudit')]?.splice(0) ?? [];

// An argument that has whatever a method asks of it.
const anything = new Proxy({}, { get: (_, name) => (typeof name === 'string' ? '1' : undefined) });

// The names of all methods of a client, as in "issues.getIssue".
const namesOf = jira => Object.entries(jira).flatMap(([resource, its]) => Object.keys(its).map(name => `${resource}.${name}`));

// Of the site {host, auth}, the method's name as in "issues.getIssue", and the one argument that jira.js's methods take:
// anything, where it is left out. Without a method, the names of all.
async function outcomeOf({ site, method, parameters = anything }) {
  // jira.js checks each answer against Atlassian's schema of it; one that differs is an error, as it advises for tests.
  const options = { ...site, onSchemaMismatch: 'throw' };
  const { backlog, board, epic, issue, sprint } = createAgileClient(options);
  const jira = { ...createCloudClient(options), backlog, board, epic, issue, sprint };
  if (!method) return { value: namesOf(jira), undescribed: [] };
  const [resource, name] = method.split('.');
  try {
    return { value: await jira[resource][name](parameters), undescribed: undescribed() };
  } catch (error) {
    return { error: { name: error.name, status: error.status, body: error.body, report: error.report, text: `${error}` } };
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(await outcomeOf(JSON.parse(line))));
}
