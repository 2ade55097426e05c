// A site of its own for each test, on the server that `jira-linkfake serve` has started.

const SERVER = process.env.JIRA_LINKFAKE_URL ?? 'http://127.0.0.1:8080';

async function call(address, method, path, body) {
  const headers = body === undefined ? {} : { 'Content-Type': 'application/json' };
  const answer = await fetch(`${address}/_linkfake${path}`, { method, headers, body: JSON.stringify(body) });
  const content = await answer.json();
  if (!answer.ok) throw new Error(`${method} ${path}: ${content.error}`);
  return content;
}

export class FakeJira {
  // Makes a site that is filled with data, as `--load` takes it.
  static async with(data, options = {}) {
    const { name, url } = await call(SERVER, 'POST', '/sites', { load: data, options });
    return new FakeJira(name, url);
  }

  constructor(name, url) {
    this.name = name;
    this.url = url;
    // What jira.js is made with; every site starts with this user.
    this.client = { host: url, auth: { type: 'basic', email: 'admin@example.com', apiToken: 'admin-token' } };
  }

  links = async () => (await call(this.url, 'GET', '/links')).links;
  exchanges = async () => (await call(this.url, 'GET', '/exchanges')).exchanges;
  unserved = async () => (await call(this.url, 'GET', '/unserved')).unserved;
  load = (data) => call(this.url, 'POST', '/load', data);
  set = (options) => call(this.url, 'PATCH', '/options', options);
  scenario = (name, parameters = {}) => call(this.url, 'POST', '/scenarios', { name, parameters });
  remove = () => call(SERVER, 'DELETE', `/sites/${this.name}`);
}
