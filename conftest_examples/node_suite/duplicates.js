// The code under test: it marks an issue as the duplicate of another one.

export async function markDuplicate(jira, duplicate, original) {
  // The issue that is sent as inwardIssue is the link's source: it reads "duplicates".
  const link = { type: { name: 'Duplicate' }, inwardIssue: { key: duplicate }, outwardIssue: { key: original } };
  try {
    await jira.issueLinks.linkIssues(link);
  } catch (error) {
    if (error.status === 413) throw new Error(`${duplicate} or ${original} has no room for a further link`);
    throw error;
  }
}

// A link that is there already is made again without harm: Jira answers 201, and makes none.
export async function markDuplicateForSure(jira, duplicate, original, attempts = 3) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await markDuplicate(jira, duplicate, original);
    } catch (error) {
      if (attempt === attempts || error.status !== undefined) throw error;
    }
  }
}
