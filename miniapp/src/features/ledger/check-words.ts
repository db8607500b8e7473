import { formatNear, SECOND_MS, type EpochMs } from '@huiying/shared/kernel'
import { voucherName } from '@huiying/shared/ledger'
import { parseHex, shortFingerprint } from '@huiying/shared/proof'
import type { TrackStep } from '@/ui/track'
import type { HeadFault } from './proof/checked-head'
import type { YearVerdict } from './proof/check-year'
import type { HeadLook } from './proof/look-at-head'
import type { RememberedHead } from './proof/remembered-head'
import type { CheckOutcome } from './proof/run-check'

export interface Verdict {
  /** wait: nothing is wrong, it just can't be said yet. */
  readonly tone: 'good' | 'bad' | 'wait'
  readonly title: string
  readonly note: string
}

const WHAT_TO_DO = '请截个图，找村务监督委员会主任问清楚，或者告诉街道。'

const FAULTS: Readonly<Record<HeadFault, Verdict>> = {
  'no-head': { tone: 'wait', title: '这本账还没有签过指纹', note: '记了第一笔账以后，很快就会有。' },
  unreadable: { tone: 'bad', title: '账本的指纹读不出来', note: WHAT_TO_DO },
  'not-signed': { tone: 'bad', title: '账本的签名是假的', note: WHAT_TO_DO },
}

/** What came out, in one sentence: the worst there is to say. */
export function verdictOf({ look, wall, entry }: CheckOutcome): Verdict {
  if (look.kind === 'fault') return FAULTS[look.fault]
  const alarm = alarmOf(look)
  if (alarm !== null) return alarm
  if (wall === 'ahead') {
    return { tone: 'bad', title: '公示栏上的笔数比现在账上的还多', note: `账变短了。${WHAT_TO_DO}` }
  }
  if (wall === 'different') return { tone: 'bad', title: '账和公示栏上的指纹对不上', note: WHAT_TO_DO }
  const place = entry === null ? '' : voucherName(entry.view.row)
  if (entry?.verdict === 'changed') return { tone: 'bad', title: `${place}和当初记下的不一样`, note: WHAT_TO_DO }
  if (entry?.verdict === 'other-words') {
    return { tone: 'bad', title: `${place}写在页面上的和账里的不一样`, note: WHAT_TO_DO }
  }
  if (entry?.verdict === 'not-yet') {
    return { tone: 'wait', title: `${place}刚记上，还没盖上指纹`, note: '过一会儿再来核对。' }
  }
  if (entry !== null) {
    const onWall = wall === 'true' ? '和公示栏上的指纹对得上，' : ''
    return { tone: 'good', title: `这一笔${onWall}没人改过`, note: `${place}和当初记下的一个字不差。` }
  }
  if (wall === 'true') {
    return { tone: 'good', title: '账和公示栏上的指纹对得上', note: '公示栏贴出来以后，那些账没人改过。' }
  }
  return { tone: 'good', title: '账本的签名是真的', note: '想看有没有哪一笔被改过，点下面“核对一整年”。' }
}

/** What makes a phone cry out: the book is not the one it remembers. Names both. */
export function alarmOf(look: HeadLook): Verdict | null {
  if (look.kind === 'fault') return look.fault === 'no-head' && look.known === null ? null : FAULTS[look.fault]
  const { standing, known, head } = look
  if (known === null || standing === 'first' || standing === 'same' || standing === 'grown') return null
  const both = `手机记得：${headWords(known)}。现在给的：${headWords({ size: head.size, root: head.root })}。${WHAT_TO_DO}`
  switch (standing) {
    case 'forked':
      return { tone: 'bad', title: '这本账和手机上回看到的接不上，有人改过', note: both }
    case 'shrunk':
      return { tone: 'bad', title: '这本账比手机上回看到的少了', note: both }
    case 'other-keys':
      return { tone: 'bad', title: '给这本账签名的换了人', note: both }
  }
}

/** "57 笔，指纹 3841-0926-5573" */
export function headWords({ size, root }: { readonly size: number; readonly root: Uint8Array | string }): string {
  const bytes = typeof root === 'string' ? parseHex(root) : root
  return `${size} 笔，指纹 ${bytes === null || bytes.length !== 32 ? '看不清' : shortFingerprint(bytes)}`
}

/** What was looked at, one thing after another. */
export function stepsOf(outcome: CheckOutcome, now: EpochMs): readonly TrackStep[] {
  const { look, wall, entry } = outcome
  if (look.kind === 'fault') return [{ key: 'head', title: FAULTS[look.fault].title, state: 'late' }]
  const { head, standing, known } = look
  const { witnessedAtSeconds } = head
  const steps: TrackStep[] = [
    {
      key: 'head',
      title: '账本的签名是真的',
      note: witnessedAtSeconds === null
        ? '村外的见证人还没签这一版'
        : `村外的见证人${formatNear(witnessedAtSeconds * SECOND_MS, now)}也签了`,
      state: 'done',
    },
    { key: 'memory', ...memoryStep(standing, known, head.size) },
  ]
  if (wall !== null) {
    const isTrue = wall === 'true'
    steps.push({ key: 'wall', title: `和公示栏上的指纹${isTrue ? '对得上' : '对不上'}`, state: isTrue ? 'done' : 'late' })
  }
  if (entry !== null) {
    const { verdict, view } = entry
    const state = verdict === 'true' ? 'done' : verdict === 'not-yet' ? 'ahead' : 'late'
    steps.push({ key: 'entry', title: verdictOf({ ...outcome, wall: null }).title, note: view.row.sentence, state })
  }
  return steps
}

function memoryStep(
  standing: string, known: RememberedHead | null, size: number,
): Pick<TrackStep, 'title' | 'state'> {
  if (known === null) return { title: '这台手机头一回看这本账，记下了', state: 'done' }
  if (standing === 'same') return { title: '和这台手机上回记下的一样', state: 'done' }
  if (standing !== 'grown') return { title: '和这台手机上回记下的接不上', state: 'late' }
  return { title: `上回记下的 ${known.size} 笔都没变，又多了 ${size - known.size} 笔`, state: 'done' }
}

/** After a whole year. */
export function yearVerdictOf(year: number, verdict: YearVerdict): Verdict {
  switch (verdict.kind) {
    case 'true':
      return verdict.count === 0
        ? { tone: 'wait', title: `${year}年还没有记账`, note: '换一年看看。' }
        : { tone: 'good', title: `${year}年的 ${verdict.count} 笔都没人改过`, note: '每一笔都在这台手机上重新算过。' }
    case 'changed': {
      const names = verdict.entries.map((entry) => voucherName(entry)).join('、')
      return { tone: 'bad', title: `${names}和当初记下的不一样`, note: WHAT_TO_DO }
    }
    case 'not-the-signed':
      return {
        tone: 'bad', title: `${year}年的账合起来不是当初签过的`,
        note: `有人连账带记号一起改了，手机说不出是哪一笔。${WHAT_TO_DO}`,
      }
    case 'unreadable':
      return { tone: 'bad', title: '账没有给全，核对不了', note: `再试一次；还是这样，${WHAT_TO_DO}` }
  }
}
