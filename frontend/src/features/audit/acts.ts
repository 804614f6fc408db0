/** What the audit trail's acts mean to a reader. An act that is not here is shown by its own name. */
export const ACTS: Record<string, string> = {
  'member.join': 'joined the workspace',
  'member.invite': 'invited somebody',
  'member.withdraw': 'withdrew an invitation',
  'member.role': 'changed a role',
  'member.remove': 'removed a member',
  'session.start': 'signed in',
  'session.end': 'signed out',
  'key.issue': 'made an API key',
  'key.revoke': 'revoked an API key',
  'profile.rename': 'changed a name',
  'profile.password': 'changed the password',
  'workspace.rename': 'renamed the workspace',
  'task.open': 'started a collection',
  'task.succeed': 'finished a collection',
  'task.fail': 'gave up on a collection',
  'task.cancel': 'cancelled a collection',
  'task.retry': 'retried a collection',
  'watch.start': 'began to watch a target',
  'watch.end': 'stopped watching a target',
  'watch.change': 'changed how a target is watched',
  'watch.pause': 'paused a watch',
  'watch.resume': 'resumed a watch',
  'task.fall_back': 'went on with pages instead of an API',
  'budget.set': 'changed a source’s budget',
  'marketplace.reparse': 'had archived pages read again',
};

export function actWords(act: string): string {
  return ACTS[act] ?? act;
}
