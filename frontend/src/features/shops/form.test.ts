import { describe, expect, it } from 'vitest';

import { Problem } from '@/lib/problem';

import { credentialsOf, fault, faultsOf, fieldsOf } from './form';

const SCHEMA = {
  type: 'object',
  required: ['token'],
  properties: {
    token: {
      type: 'string',
      title: 'Private token',
      format: 'password',
      writeOnly: true,
      description: 'From the shop.',
    },
    store_id: {
      anyOf: [{ type: 'string', pattern: '^\\d{1,12}$' }, { type: 'null' }],
      default: null,
      title: 'Store id',
    },
    region_code: { type: 'string', minLength: 2, maxLength: 5 },
  },
};
const [token, store, region] = fieldsOf(SCHEMA);
if (!token || !store || !region) throw new Error('The schema has three fields.');

const refused = (detail: string, fields: Record<string, string> = {}) =>
  new Problem({ status: 422, title: 'Refused', detail, fields });

describe('a channel’s form', () => {
  it('hides what is secret, and shows what is not', () => {
    expect([token.secret, store.secret]).toEqual([true, false]);
  });

  it('calls its fields as the channel does, else by their names', () => {
    expect([token.label, token.about, region.label]).toEqual(['Private token', 'From the shop.', 'Region code']);
  });

  it('needs what is required, and lets the rest be empty', () => {
    expect(fault(token, '  ')).not.toBeNull();
    expect(fault(store, '')).toBeNull();
  });

  it('holds what is written against the pattern and the lengths', () => {
    expect(fault(store, 'shop')).not.toBeNull();
    expect(fault(store, '1234')).toBeNull();
    expect(fault(region, 'x')).not.toBeNull();
    expect(fault(region, 'toolong')).not.toBeNull();
  });

  it('sends nothing for what was left empty', () => {
    expect(credentialsOf([token, store, region], { token: ' t ', store_id: '', region_code: '  ' })).toEqual({
      token: 't',
    });
  });

  it('has no fields where the schema makes no sense', () => {
    expect(fieldsOf({ properties: null })).toEqual([]);
  });
});

describe('what the server says', () => {
  it('stands at the field that it names in front', () => {
    expect(faultsOf(refused('token: a token has no spaces.'), ['token'])).toEqual({
      errors: { token: 'A token has no spaces.' },
      rest: null,
    });
  });

  it('stands at the field that it is listed for', () => {
    expect(faultsOf(refused('no', { 'body.credentials.token': 'Too long.' }), ['token']).errors).toEqual({
      token: 'Too long.',
    });
  });

  it('stands above the form when it is about no field of it', () => {
    const said = 'Printful: the token is not good.';
    expect(faultsOf(refused(said), ['token'])).toEqual({ errors: {}, rest: said });
  });
});
