import { describe, expect, it } from 'vitest';

import { csvLine } from './csv';
import { deviceName } from './device';
import { emailFault, fieldErrors, passwordFault } from './forms';
import { staleAfter } from './hear';
import { keys } from './keys';
import type { LiveMessage } from './live';
import { asProblem, Problem, problemFrom } from './problem';
import { value, words } from './readable';
import { dayTicks, linear, niceTicks } from './scale';

describe('problems', () => {
  const document = {
    type: 'about:blank',
    title: 'Not readable',
    status: 400,
    detail: 'target: too short',
    instance: '/',
    request_id: 'r1',
    errors: [{ field: 'target', problem: 'too short' }],
  };
  it('are read from a problem document, with the fields they are about', () => {
    const problem = problemFrom(new Response(null, { status: 400, headers: { 'Retry-After': '7' } }), document);
    expect(problem).toMatchObject({
      status: 400,
      message: 'target: too short',
      requestId: 'r1',
      retryAfterSeconds: 7,
      fields: { target: 'Too short.' },
    });
  });
  it('say what they can about an answer that is none', () => {
    const problem = problemFrom(new Response(null, { status: 502, headers: { 'X-Request-Id': 'r2' } }), '<html>');
    expect(problem).toMatchObject({ status: 502, requestId: 'r2', passing: true });
    expect(asProblem('what?')).toBeInstanceOf(Problem);
  });
});

describe('faults in a form', () => {
  const problem = (fields: Record<string, string>) =>
    new Problem({ status: 400, title: '', detail: 'All of it.', fields });
  it('stand at the field they are about, however deep it is named', () => {
    expect(fieldErrors(problem({ 'body.email': 'No.', email: 'Twice.' }), ['email'])).toEqual({
      errors: { email: 'No.' },
      rest: null,
    });
  });
  it('that fit no field are said above the form', () => {
    expect(fieldErrors(problem({ body: 'What?' }), ['email'])).toEqual({ errors: {}, rest: 'All of it.' });
    expect(fieldErrors(problem({}), ['email']).rest).toBe('All of it.');
  });
  it('are found before anything is sent', () => {
    expect(emailFault('ada@example')).not.toBeNull();
    expect(emailFault(' ada@example.com ')).toBeNull();
    expect(passwordFault('too short')).not.toBeNull();
    expect(passwordFault('long enough')).toBeNull();
  });
});

describe('CSV', () => {
  it('quotes what must be quoted and tames what a spreadsheet would run', () => {
    expect(csvLine(['a,b', 'say "hi"', null, 4, '-5.20', '=1+1'])).toBe('"a,b","say ""hi""",,4,-5.20,\'=1+1\r\n');
  });
});

describe('messages of the socket', () => {
  const message = (event: string, ids: Record<string, string>, topic = 'market'): LiveMessage => ({
    number: 1,
    topic,
    event,
    ids,
    at: '',
  });
  it('about progress fetch the task alone, and the offers a little later', () => {
    const stale = staleAfter([
      message('TaskProgressed', { task_id: 'a' }),
      message('TaskProgressed', { task_id: 'a' }),
    ]);
    expect(stale).toEqual({ now: [], tasks: ['a'], soon: [keys.offers, keys.taskPages('a'), keys.budgets] });
  });
  it('about posts fetch what is counted a little later, and what people do at once', () => {
    const social = (event: string) => staleAfter([{ ...message(event, { subject_id: 's' }), topic: 'social' }]);
    expect(social('PostsRead')).toEqual({ now: [], tasks: [], soon: [keys.pulses, keys.freshPosts, keys.deadLetters] });
    expect(social('SubjectFollowed').now).toContain(keys.subjects);
    expect(social('PostsGivenUp').now).toEqual([keys.deadLetters]);
  });
  it('about a new task fetch the lists, and about its end the offers', () => {
    expect(staleAfter([{ ...message('TrendsWeighed', {}), topic: 'trends' }]).now).toEqual([
      keys.trendLists,
      keys.eachTrend,
      keys.weights,
    ]);
    expect(staleAfter([message('TaskOpened', { task_id: 'a' })]).now).toEqual([keys.taskLists]);
    expect(staleAfter([message('TaskEnded', { task_id: 'a' })]).now).toEqual([keys.offers, keys.taskPages('a')]);
    expect(staleAfter([message('SourceAlarmed', { alarm_id: 'b' })]).now).toEqual([keys.sources]);
  });
  it('about an export, a match or a collection fetch these, and not the whole market', () => {
    const stale = staleAfter([
      message('ExportProgressed', { export_id: 'a' }),
      message('MatchDecided', { first_id: 'a', second_id: 'b' }),
      message('CollectionChanged', { collection_id: 'a' }),
    ]);
    const now = [keys.exports, keys.matches, keys.collection('a'), keys.collectionLists];
    expect(stale).toEqual({ now, tasks: [], soon: [keys.audit] });
  });
  it('about a step fetch the run at once, and the lists around it a little later', () => {
    const stale = staleAfter([message('RunProgressed', { run_id: 'r', verb: 'ideate', subject_id: 's' }, 'runs')]);
    expect(stale).toEqual({ now: [keys.run('r')], tasks: [], soon: [keys.stepsOf('r'), keys.runLists, keys.plan] });
    expect(staleAfter([message('RunEnded', { run_id: 'r' }, 'runs')]).now).toEqual([keys.runs]);
  });
  it('about a collection, a pair or a file fetch those alone', () => {
    expect(staleAfter([message('CollectionChanged', { collection_id: 'c' })]).now).toEqual([
      keys.collection('c'),
      keys.collectionLists,
    ]);
    expect(staleAfter([message('MatchDecided', { first_id: 'a', second_id: 'b' })]).now).toEqual([keys.matches]);
    expect(staleAfter([message('UploadProgressed', { upload_id: 'u' })])).toEqual({
      now: [keys.imports, keys.submittedPages],
      tasks: [],
      soon: [keys.claims, keys.listedTerms],
    });
  });
  it('that are not known make their whole room stale', () => {
    expect(staleAfter([message('SomethingNew', {}, 'accounts')]).now).toEqual([['accounts']]);
  });
});

describe('scales', () => {
  it('have round steps that cover every value', () => {
    expect(niceTicks(53.79, 61.39, 4)).toEqual([52, 54, 56, 58, 60, 62]);
    expect(niceTicks(0, 0, 4)[0]).toBe(0);
    const y = linear([0, 10], [100, 0], []);
    expect([y(0), y(5), y(10)]).toEqual([100, 50, 0]);
  });
  it('mark whole days, no more of them than there is room for', () => {
    const ticks = dayTicks(Date.parse('2026-01-01T00:00:00'), Date.parse('2026-04-01T12:00:00'), 6);
    expect(ticks.length).toBeLessThanOrEqual(7);
    expect(ticks.every((tick) => new Date(tick).getHours() === 0)).toBe(true);
  });
});

describe('facts and devices', () => {
  it('are written for a reader', () => {
    expect([words('offers_seen'), value(true), value(null), value(['a', 'b']), value({ a: 1 })]).toEqual([
      'Offers seen',
      'yes',
      '–',
      'a, b',
      '{"a":1}',
    ]);
    expect(deviceName('Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36')).toBe(
      'Chrome on Linux',
    );
    expect(deviceName('wareloom-cli/1.0')).toBe('wareloom-cli/1.0');
    expect(deviceName(' ')).toBe('Unknown device');
  });
});
