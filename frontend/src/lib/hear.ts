import { keys } from './keys';
import type { LiveMessage } from './live';

type Key = readonly unknown[];

export interface Stale {
  /** Queries to fetch again at once. */
  now: Key[];
  /** Tasks whose row alone is fetched and put into the lists that show it. */
  tasks: string[];
  /** Queries that grow with every page of a collection, or step of a run: a few times a minute is enough. */
  soon: Key[];
}

/** What a batch of messages makes out of date. */
export function staleAfter(messages: readonly LiveMessage[]): Stale {
  const now = new Map<string, Key>();
  const soon = new Map<string, Key>();
  const tasks = new Set<string>();
  for (const message of messages) {
    const touched = touchedBy(message);
    for (const key of touched.now) now.set(key.join('/'), key);
    for (const key of touched.soon) soon.set(key.join('/'), key);
    for (const id of touched.tasks) tasks.add(id);
  }
  return { now: [...now.values()], tasks: [...tasks], soon: [...soon.values()] };
}

function touchedBy(message: LiveMessage): Stale {
  const { topic, event, ids } = message;
  if (topic === 'market' && ids.task_id !== undefined) return byTask(event, ids.task_id);
  if (event === 'RunProgressed' && ids.run_id !== undefined) return byStep(ids.run_id);
  if (event === 'TrendsWeighed') return byWeights();
  if (event === 'SourceAlarmed') return { now: [keys.sources], tasks: [], soon: [] };
  const rest = event === 'WatchChanged' ? keys.watches : [topic];
  return byWords(message) ?? bySelection(message) ?? { now: [rest], tasks: [], soon: [keys.audit] };
}

/** What people say in public and in recordings, and what that sets off. */
function byWords({ topic, event, ids }: LiveMessage): Stale | undefined {
  if (topic === 'social') return byPosts(event);
  if (ids.recording_id !== undefined) return bySound(event, ids.recording_id);
  return ids.alert_id === undefined ? undefined : byAlert(ids.alert_id);
}

/** What people gather, judge, bring in and take out. */
function bySelection({ event, ids }: LiveMessage): Stale | undefined {
  if (event === 'CollectionChanged' && ids.collection_id !== undefined) return byCollection(ids.collection_id);
  if (event === 'MatchDecided') return { now: [keys.matches], tasks: [], soon: [keys.audit] };
  if (ids.upload_id !== undefined) return byUpload(event);
  if (ids.export_id === undefined) return undefined;
  return { now: [keys.exports], tasks: [], soon: event === 'ExportProgressed' ? [] : [keys.audit] };
}

function byTask(event: string, id: string): Stale {
  const read = [keys.offers, keys.taskPages(id), keys.budgets];
  if (event === 'TaskProgressed') return { now: [], tasks: [id], soon: read };
  if (event === 'TaskOpened') return { now: [keys.taskLists], tasks: [id], soon: [keys.audit] };
  return event === 'TaskEnded'
    ? { now: [keys.offers, keys.taskPages(id)], tasks: [id], soon: [keys.audit, keys.budgets] }
    : { now: [], tasks: [id], soon: [...read, keys.audit] };
}

/** Its own page at once, and every list that counts what it holds. */
function byCollection(id: string): Stale {
  return { now: [keys.collection(id), keys.collectionLists], tasks: [], soon: [keys.audit] };
}

/** Rules and what is followed do not change with an alert. */
function byAlert(id: string): Stale {
  return { now: [keys.alert(id), keys.alertLists], tasks: [], soon: [keys.audit] };
}

/** The file of an import or of a submitted page: which of the two, the message does not say. */
function byUpload(event: string): Stale {
  const now = [keys.imports, keys.submittedPages];
  return event === 'UploadProgressed'
    ? { now, tasks: [], soon: [keys.claims, keys.listedTerms] }
    : { now: [...now, keys.claims, keys.listedTerms], tasks: [], soon: [keys.audit] };
}

/** Posts come by the hundred: what is counted of them goes on a few times a minute, what people do at once. */
function byPosts(event: string): Stale {
  const counted = [keys.pulses, keys.freshPosts];
  if (event === 'PostsRead') return { now: [], tasks: [], soon: [...counted, keys.deadLetters] };
  if (event === 'ListeningChanged') return { now: [], tasks: [], soon: [keys.subjects, ...counted] };
  if (event === 'PostsGivenUp') return { now: [keys.deadLetters], tasks: [], soon: [] };
  if (event === 'PostsRedriven') return { now: [keys.deadLetters], tasks: [], soon: [keys.audit] };
  return { now: [keys.subjects, ...counted], tasks: [], soon: [keys.audit] };
}

/** What is said changes when all is heard, and when somebody puts it right; how it feels is read after that. */
function bySound(event: string, id: string): Stale {
  const rows = [keys.recordingLists, keys.recording(id)];
  if (event === 'RecordingProgressed') return { now: rows, tasks: [], soon: [] };
  const words = [keys.segments(id), keys.mentions(id), keys.said];
  if (event === 'TranscriptRead') return { now: [keys.segments(id)], tasks: [], soon: [keys.eachHeardOf] };
  if (event === 'TranscriptEdited') return { now: words, tasks: [], soon: [keys.eachHeardOf, keys.audit] };
  const said = event === 'RecordingEnded' ? words : [];
  // What was deleted is asked for no more, except by a page that stands open on it.
  return { now: [...rows, ...said], tasks: [], soon: [keys.eachHeardOf, keys.audit] };
}

/** Scores are weighed where they are read: no day of the trends' past is another one for it. */
function byWeights(): Stale {
  return { now: [keys.trendLists, keys.eachTrend, keys.weights], tasks: [], soon: [keys.audit] };
}

/** A run of many designs takes a step every moment: its own row at once, the lists around it a little later. */
function byStep(runId: string): Stale {
  return { now: [keys.run(runId)], tasks: [], soon: [keys.stepsOf(runId), keys.runLists, keys.plan] };
}
