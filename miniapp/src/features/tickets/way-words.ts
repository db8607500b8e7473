import { formatLength, formatNear, MINUTE_MS, type EpochMs } from '@huiying/shared/kernel'
import type { ExtensionView, MessageView, MoveView, TicketView, WaysAction } from '@huiying/shared/tickets'
import type { UnitBrief } from '@huiying/shared/villages'
import { personWords } from './words'

/** The button of each act, and the title of its page. */
export const WAY_NAMES: Readonly<Record<WaysAction, string>> = {
  transfer: '转给别处办',
  object: '不该我们办',
  rule: '定由谁办',
  escalate: '上报街道',
  minutes: '记专题会',
  'ask-extension': '要多几天',
  'decide-extension': '定延期',
  'set-topic': '归到哪一类',
}

/** What a message is, where it is not simply an answer. */
export const MESSAGE_TAGS: Readonly<Partial<Record<MessageView['kind'], string>>> = {
  call: '电话里说的', closure: '办结', rejection: '说没办好',
  transfer: '转办', objection: '说不该他们办', ruling: '街道定的', escalation: '上报街道', minutes: '专题会', extension: '要多几天',
  withheld: '没有给全村看', published: '改为给全村看',
}

/** "转给桃园社区", "上报到青溪街道", "街道定：由供水站来办" */
export function moveWords({ how, to }: Pick<MoveView, 'how' | 'to'>): string {
  if (how === 'escalation') return `上报到${to.name}`
  return how === 'ruling' ? `街道定：由${to.name}来办` : `转给${to.name}`
}

/** By whom it was moved, that the time runs on, and what the other side said to that: by name, as it reads it too. */
export function moveNote({ at, by, to, objectedAt, isUpheld }: MoveView, now: EpochMs): string {
  const ruling = isUpheld === true ? `街道说确实不归${to.name}管` : `街道说还是由${to.name}来办`
  const objection = isUpheld === null ? `${to.name}说不该他们办，等街道定` : ruling
  return [...(by === null ? [] : [personWords(by)]), formatNear(at, now), '时间接着算', ...(objectedAt === null ? [] : [objection])].join(' · ')
}

/** "到现在：柳树村 50 分钟，桃园社区 10 分钟"; nothing where one alone had it. */
export function heldByUnitsWords({ ways, respondedAt }: Pick<TicketView, 'ways' | 'respondedAt'>): string {
  if (ways.heldByUnits.length < 2) return ''
  const held = ways.heldByUnits.map(({ unit, minutes }) =>
    `${unit.name} ${minutes === 0 ? '不到 1 分钟' : formatLength(minutes * MINUTE_MS)}`)
  return `${respondedAt === null ? '到现在' : '回应前'}在谁手上：${held.join('，')}`
}

/** "，街道在办", "，桃园社区在办"; nothing where the village itself has it. */
export function holderSuffix({ ways, heldBySubDistrict }: Pick<TicketView, 'ways' | 'heldBySubDistrict'>): string {
  if (heldBySubDistrict) return '，街道在办'
  return ways.holder === null ? '' : `，${ways.holder.name}在办`
}

/** What became of the wish for more time; what was promised in an earlier round holds no more. */
export function extensionWords(extension: ExtensionView, now: EpochMs, round = extension.cycle): string {
  const { cycle, state, promisedAt, fromDueAt } = extension
  const [promised, before] = [formatNear(promisedAt, now), formatNear(fromDueAt, now)]
  switch (state) {
    case 'asked': return `想延到 ${promised}，等街道定。没定下来，还是 ${before} 前要办完`
    case 'granted': return `${round === cycle ? '' : '上一次'}答应 ${promised} 前办好（原来是 ${before}）`
    case 'refused': return `想延到 ${promised}，街道没有准，时间没变`
    case 'lapsed': return `想延到 ${promised}，到了时间没定，不算`
  }
}

export function unitWords({ kind, name }: UnitBrief): string {
  return kind === 'sub-district' ? `${name}自己办` : name
}
