/** What can have happened around persons and accounts. `subjectId` is the account, the request or the village. */
export type IdentityFact =
  | { readonly type: 'identity.account-created'; readonly subjectId: string }
  | { readonly type: 'identity.account-bound'; readonly subjectId: string; readonly personId: string }
  | { readonly type: 'identity.membership-requested'; readonly subjectId: string; readonly villageId: string }
  | { readonly type: 'identity.membership-decided'; readonly subjectId: string; readonly accountId: string; readonly approved: boolean }
  | { readonly type: 'identity.left'; readonly subjectId: string }
  | { readonly type: 'identity.sessions-revoked'; readonly subjectId: string }
  | { readonly type: 'identity.desk-decided'; readonly subjectId: string; readonly browser: string; readonly approved: boolean }
  | { readonly type: 'identity.desk-opened'; readonly subjectId: string; readonly browser: string }
  | { readonly type: 'identity.desk-codes-refused'; readonly subjectId: string }
  | { readonly type: 'identity.device-revoked'; readonly subjectId: string }
  | { readonly type: 'identity.lists-imported'; readonly subjectId: string; readonly rows: number }
