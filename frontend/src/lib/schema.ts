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
export type Wanted = Pick<Schemas['TaskIn'], 'marketplace' | 'target'>;
export type TaskStart = Wanted & Partial<Schemas['TaskIn']>;
export type WatchStart = Wanted & Partial<Schemas['WatchIn']>;
export type WatchWish = Partial<Schemas['WishIn']>;
export type Task = Schemas['TaskOut'];
export type TaskStatus = Task['status'];
export type Offer = Schemas['OfferOut'];
export type OfferDetail = Schemas['OfferDetailOut'];
export type Sighting = Schemas['SightingOut'];
export type Run = Schemas['RunOut'];
export type RunStatus = Run['status'];
export type Stage = Schemas['StageOut'];
export type Verb = Stage['verb'];
export type Step = Schemas['StepOut'];
export type StepStatus = Step['status'];
export type Cost = Schemas['CostOut'];
export type Plan = Schemas['PlanOut'];
export type PlanWanted = Schemas['PlanWanted'];
export type Trend = Schemas['TrendOut'];
export type TrendDetail = Schemas['TrendDetailOut'];
export type TrendPoint = Schemas['TrendPointOut'];
export type TrendTotals = Schemas['TotalsOut'];
export type ScorePart = Schemas['ScorePartOut'];
export type Said = Schemas['SaidOut'];
export type Evidence = Schemas['EvidenceOut'];
export type TrendQuery = NonNullable<paths['/api/v1/trends']['get']['parameters']['query']>;
export type TrendSort = NonNullable<TrendQuery['sort']>;
export type Idea = Schemas['IdeaOut'];
export type IdeaDetail = Schemas['IdeaDetailOut'];
export type Design = Schemas['DesignOut'];
export type DesignDetail = Schemas['DesignDetailOut'];
export type DesignStatus = Design['status'];
export type DesignChanges = Schemas['DesignChanges'];
export type Mockup = Schemas['MockupOut'];
export type Readiness = Schemas['ReadinessOut'];
export type Studio = Schemas['StudioOut'];
export type Listing = Schemas['ListingOut'];
export type ListingStatus = Listing['status'];
export type Part = Schemas['PartOut'];
export type PartStatus = Part['status'];
export type Channel = Schemas['ChannelOut'];
export type Shop = Schemas['ShopOut'];
export type ShopWanted = Schemas['ShopWanted'];
export type ProblemDocument = Schemas['Problem'];
export type OfferQuery = NonNullable<paths['/api/v1/offers']['get']['parameters']['query']>;
export type OfferSort = NonNullable<OfferQuery['sort']>;

export interface Paged<T> {
  items: T[];
  next_cursor?: string | null;
}
