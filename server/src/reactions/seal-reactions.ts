import type { Fact } from '@huiying/shared/facts'
import { excerpt, maskNumbersIn } from '@huiying/shared/kernel'
import type { NoticeData, NoticeKind } from '@huiying/shared/notifications'
import { currentSealRevision, type SealFact, type SealRequest } from '@huiying/shared/seal'
import { personTags } from '../features/identity/public'
import type { NoticeDraft } from '../features/notifications/public'
import { sealInBrief, type SealInBrief } from '../features/seal/public'
import { unitOf } from '../features/villages/public'
import type { Work } from '../platform/database/work'
import { drafts, nobody, type Consequences, type Reaction } from './reaction'

type Of<Type extends SealFact['type']> = Extract<Fact, { readonly type: Type }>

/** Who hears of what around the village's seal. What is told is read anew: what was signed meanwhile wakes nobody. */
export const SEAL_REACTIONS: { readonly [Type in SealFact['type']]: Reaction<Of<Type>> } = {
  'seal.drafted': nobody,
  'seal.changed': async (work, { subjectId, voided }) => told(work, subjectId, (brief) =>
    ofPeople(work, brief.request, 'seal-voided', voided, { matter: '内容改了，要重新看、重新签' })),
  'seal.submitted': async (work, { subjectId }) => told(work, subjectId, ({ request, open }) =>
    ofPeople(work, request, 'seal-sign', open.flatMap(({ personIds }) => personIds))),
  'seal.signed': async (work, { subjectId, isApproved }) => told(work, subjectId, async ({ request }) =>
    isApproved && request.status === 'approved' ? ofPeople(work, request, 'seal-approved', filersOf(request)) : []),
  'seal.refused': async (work, { subjectId, personId, revision }) => told(work, subjectId, async ({ request }) => {
    const personName = (await personTags(work, [personId], work.now, request.villageId)).get(personId)?.name ?? ''
    const fell = signersOf(request, revision).filter((one) => one !== personId)
    return [
      ...(await ofPeople(work, request, 'seal-refused', filersOf(request), { personName })),
      ...(await ofPeople(work, request, 'seal-voided', fell, { matter: `${personName}没有签，这一版不算了` })),
    ]
  }),
  // The signer himself has it open before him; the others' signatures stand.
  'seal.taken-back': nobody,
  'seal.withdrawn': nobody,
  'seal.used': nobody,
}

async function told(
  work: Work,
  sealId: string,
  whoHears: (brief: SealInBrief) => Promise<readonly NoticeDraft[]>,
): Promise<Consequences> {
  const brief = await sealInBrief(work, sealId, work.now)
  return { notices: brief === null ? [] : await whoHears(brief) }
}

async function ofPeople(
  work: Work,
  request: SealRequest,
  kind: NoticeKind,
  people: readonly string[],
  more: NoticeData = {},
): Promise<readonly NoticeDraft[]> {
  if (people.length === 0) return []
  const village = await unitOf(work, request.villageId)
  return drafts(kind, [...new Set(people)], null, {
    // It leaves the house through WeChat.
    excerpt: excerpt(maskNumbersIn(currentSealRevision(request).content.title), 20),
    villageName: village?.name ?? '',
    opens: { page: 'seal', id: request.id },
    ...more,
  })
}

/** Who wrote it and who changed it last. */
function filersOf({ revisions }: SealRequest): readonly string[] {
  const [first] = revisions
  const last = revisions[revisions.length - 1]
  return [first, last].flatMap((revision) => (revision === undefined ? [] : [revision.savedBy]))
}

/** Who had signed the revision and not taken it back. */
function signersOf({ revisions }: SealRequest, number: number): readonly string[] {
  const revision = revisions.find((one) => one.number === number)
  return revision?.signatures.filter(({ takenBackAt }) => takenBackAt === null).map(({ personId }) => personId) ?? []
}
