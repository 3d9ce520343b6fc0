/** A rank among suitable models, and why it was taken. */
export interface PickedModel {
  readonly rank: number;
  readonly reason: string;
}
