import { useState } from 'react'
import { View } from '@tarojs/components'
import { chinaDateOf, formatDate, formatNear } from '@huiying/shared/kernel'
import type { DestinationsAnswer, TicketView, WaysAction } from '@huiying/shared/tickets'
import type { UnitBrief } from '@huiying/shared/villages'
import { extensionWords, unitWords } from '@/features/tickets/way-words'
import { personWords } from '@/features/tickets/words'
import { serverNow } from '@/platform/clock'
import { Choice } from '@/ui/choice'
import { ChoiceField } from '@/ui/choice-field'
import { Field, Line } from '@/ui/field'
import { Asked } from './asked'
import { meetingDays, pendingObjection, promisableDays, type WayDraft } from './send-way'
import styles from './way.module.scss'

export interface WayFieldsProps {
  readonly action: WaysAction
  readonly ticket: TicketView
  readonly destinations: DestinationsAnswer
  readonly draft: WayDraft
  readonly onChange: (part: Partial<WayDraft>) => void
}

/** What an act asks beside its words. */
export function WayFields({ action, ticket, destinations, draft, onChange }: WayFieldsProps) {
  const now = serverNow()
  switch (action) {
    case 'transfer':
      return (
        <>
          {destinations.owner !== null && (
            <View className={styles.note}>这类事归{destinations.owner.name}，不能转给村里。</View>
          )}
          <Units title='转给谁' units={destinations.transfer} draft={draft} onChange={onChange} />
        </>
      )
    case 'rule':
      return <Ruling ticket={ticket} destinations={destinations} draft={draft} onChange={onChange} />
    case 'minutes':
      return (
        <>
          <ChoiceField
            title='哪天开的会'
            options={meetingDays(ticket.submittedAt, now).map((on) =>
              ({ value: on, words: formatDate(on, chinaDateOf(now)) }))}
            value={draft.heldOn}
            onChange={(heldOn) => onChange({ heldOn })}
          />
          <Field title='谁参加了'>
            <Line label='谁参加了' value={draft.attendees} maxLength={200} placeholder='姓名、职务' onChange={(attendees) => onChange({ attendees })} />
          </Field>
        </>
      )
    case 'ask-extension':
      return (
        <ChoiceField
          title='答应哪天晚上6点前办好'
          note={`原来要在${formatNear(ticket.cycle.closureDueAt, now)}前办完`}
          options={promisableDays(ticket, now).map((at) =>
            ({ value: at, words: formatDate(chinaDateOf(at), chinaDateOf(now)) }))}
          value={draft.promisedAt}
          onChange={(promisedAt) => onChange({ promisedAt })}
        />
      )
    case 'decide-extension':
      return (
        <>
          {ticket.ways.extensions.filter(({ state }) => state === 'asked').map((one) => (
            <View key={one.id}>
              <View className={styles.part}>{extensionWords(one, now)}</View>
              <Asked ticket={ticket} kind='extension' who={one.askedBy === null ? '原因' : personWords(one.askedBy)} />
            </View>
          ))}
          <YesNo label='准不准' yes='准' no='不准' value={draft.isGranted} onChange={(isGranted) => onChange({ isGranted })} />
        </>
      )
    case 'set-topic':
      return (
        <Choice
          label='归到哪一类'
          layout='list'
          options={destinations.topics.map(({ id, name, departmentName }) =>
            ({ value: id, words: name, ...(departmentName === null ? {} : { note: `归${departmentName}` }) }))}
          value={draft.topicId}
          onChange={(topicId) => onChange({ topicId })}
        />
      )
    case 'object':
    case 'escalate':
      return <View />
  }
}

function Ruling({ ticket, destinations, draft, onChange }: Omit<WayFieldsProps, 'action'>) {
  const isAnswer = pendingObjection(ticket)
  const { moves } = ticket.ways
  return (
    <>
      {isAnswer && <Asked ticket={ticket} kind='objection' who={`${moves[moves.length - 1]?.to.name ?? '那边'}说不该他们办`} />}
      {isAnswer && (
        <YesNo
          label='那边说不该他们办'
          yes='说得对，换地方'
          no='还是由那边办'
          value={draft.isUpheld}
          onChange={(isUpheld) => onChange({ isUpheld })}
        />
      )}
      {(!isAnswer || draft.isUpheld === true) && (
        <Units title='由谁办' units={destinations.ruling} draft={draft} onChange={onChange} />
      )}
    </>
  )
}

interface UnitsProps extends Pick<WayFieldsProps, 'draft' | 'onChange'> {
  readonly title: string
  readonly units: readonly UnitBrief[]
}

/** More than these are looked for by name. */
const SEEN_AT_ONCE = 12

function Units({ title, units, draft, onChange }: UnitsProps) {
  const [query, setQuery] = useState('')
  const isLong = units.length > SEEN_AT_ONCE
  const found = units.filter(({ id, name }) => id === draft.toUnitId || name.includes(query.trim()))
  const shown = found.slice(0, SEEN_AT_ONCE)
  // What was picked stays in sight.
  const picked = found.filter(({ id }) => id === draft.toUnitId && !shown.some((unit) => unit.id === id))
  const hidden = found.length - shown.length - picked.length
  return (
    <Field title={title}>
      {isLong && (
        <View className={styles.look}>
          <Line label='找一个村或部门' value={query} placeholder='写名字找' maxLength={20} onChange={setQuery} />
        </View>
      )}
      <Choice
        label={title}
        options={[...picked, ...shown].map((unit) => ({ value: unit.id, words: unitWords(unit) }))}
        value={draft.toUnitId}
        onChange={(toUnitId) => onChange({ toUnitId })}
      />
      {isLong && (
        <View className={styles.note}>
          {found.length === 0 ? '没有叫这个名字的。' : hidden > 0 ? `还有 ${hidden} 个，写名字找` : ''}
        </View>
      )}
    </Field>
  )
}

interface YesNoProps {
  readonly label: string
  readonly yes: string
  readonly no: string
  readonly value: boolean | null
  readonly onChange: (value: boolean) => void
}

function YesNo({ label, yes, no, value, onChange }: YesNoProps) {
  return (
    <ChoiceField
      title={label}
      options={[{ value: 'yes', words: yes }, { value: 'no', words: no }]}
      value={value === null ? null : value ? 'yes' : 'no'}
      onChange={(chosen) => onChange(chosen === 'yes')}
    />
  )
}
