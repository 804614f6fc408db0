import type { components, paths } from '@/client/schema';

/** The nouns of the API, under the names the product uses. */
type Schemas = components['schemas'];

export type Session = Schemas['Session'];
export type Me = Schemas['MeOut'];
export type SignIn = Schemas['SignInOut'];
export type Key = Schemas['KeyOut'];
export type NewKey = Schemas['NewKeyOut'];
export type Member = Schemas['MemberOut'];
export type Role = Member['role'];
export type Invitation = Schemas['InvitationOut'];
export type NewInvitation = Schemas['NewInvitationOut'];
export type AuditEntry = Schemas['AuditEntryOut'];
export type Verification = Schemas['VerificationOut'];
export type Marketplace = Schemas['MarketplaceOut'];
export type Watch = Schemas['WatchOut'];
export type Wanted = Schemas['Wanted'];
export type Task = Schemas['TaskOut'];
export type TaskStatus = Task['status'];
export type Offer = Schemas['OfferOut'];
export type OfferDetail = Schemas['OfferDetailOut'];
export type Sighting = Schemas['SightingOut'];
export type ProblemDocument = Schemas['Problem'];
export type OfferQuery = NonNullable<paths['/api/v1/offers']['get']['parameters']['query']>;
export type OfferSort = NonNullable<OfferQuery['sort']>;

export interface Paged<T> {
  items: T[];
  next_cursor?: string | null;
}
