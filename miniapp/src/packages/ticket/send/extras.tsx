import { useState, type ReactNode } from 'react'
import { View } from '@tarojs/components'
import { aboutName, KIND_NAMES, TICKET_KINDS, VISIBILITIES, VISIBILITY_NAMES, type Visibility } from '@huiying/shared/tickets'
import { Card } from '@/ui/card'
import { Choice } from '@/ui/choice'
import { Field, Line } from '@/ui/field'
import type { IconName } from '@/ui/icon'
import { Icon } from '@/ui/icon'
import { aria } from '@/ui/aria'
import { pressHandlers } from '@/ui/button'
import { PlacePicker } from './place-picker'
import { AboutField, type MayBeMeant } from './about-field'
import { isKept, type SendDraft } from './send-draft'
import styles from './send.module.scss'

export interface ExtrasProps {
  readonly value: SendDraft
  readonly mustSpeakFor: boolean
  readonly meant: MayBeMeant
  readonly onChange: (part: Partial<SendDraft>) => void
}

type Extra = 'visibility' | 'place' | 'behalf' | 'kind' | 'about'

const VISIBILITY_NOTES: Readonly<Record<Visibility, string>> = {
  village: '邻居看得到事，看不到您是谁',
  handlers: '邻居看不到这件事',
  confidential: '村里谁也看不到，直接到街道',
}

const VISIBILITY_OPTIONS = VISIBILITIES.map((value) => ({
  value, words: VISIBILITY_NAMES[value], note: VISIBILITY_NOTES[value],
}))

/** Everything one may leave alone. Each line says what holds now; a tap opens it in its place. */
export function Extras({ value, mustSpeakFor, meant, onChange }: ExtrasProps) {
  const [open, setOpen] = useState<Extra | null>(mustSpeakFor ? 'behalf' : null)
  const toggle = (extra: Extra) => setOpen(open === extra ? null : extra)
  const { onBehalfOf } = value
  return (
    <Card>
      <Fold
        icon='eye'
        title='谁能看'
        now={VISIBILITY_NAMES[isKept(value) ? 'confidential' : value.visibility]}
        isOpen={open === 'visibility'}
        onToggle={() => toggle('visibility')}
      >
        <Choice
          label='谁能看'
          layout='list'
          value={isKept(value) ? 'confidential' : value.visibility}
          options={VISIBILITY_OPTIONS}
          // Of a cadre one speaks in confidence or not at all.
          onChange={(visibility) => {
            onChange(visibility === 'confidential' ? { visibility } : { visibility, about: null, aboutPersonId: null })
            // Three tall rows: once chosen, the line itself says it.
            setOpen(null)
          }}
        />
      </Fold>
      <Fold
        icon='map-pin'
        title='在哪里'
        now={value.place?.name || '不写也行'}
        isOpen={open === 'place'}
        onToggle={() => toggle('place')}
      >
        <PlacePicker place={value.place} onChange={(place) => onChange({ place })} />
      </Fold>
      <Fold
        icon='users-round'
        title='替别人说'
        now={
          onBehalfOf === null
            ? '没有，是我自己的事'
            : onBehalfOf.name.trim() === ''
              ? '请写上他的名字'
              : `替${onBehalfOf.name.trim()}说`
        }
        isOpen={open === 'behalf'}
        onToggle={() => toggle('behalf')}
      >
        {!mustSpeakFor && (
          <View className={styles.gap}>
            <Choice
              label='替谁说'
              value={onBehalfOf === null ? 'self' : 'other'}
              options={[
                { value: 'self', words: '我自己的事' },
                { value: 'other', words: '替别人说' },
              ]}
              onChange={(who) =>
                onChange({ onBehalfOf: who === 'self' ? null : (onBehalfOf ?? { name: '', phone: '' }) })
              }
            />
          </View>
        )}
        {onBehalfOf !== null && (
          <>
            <Field title='他叫什么'>
              <Line
                label='他叫什么'
                value={onBehalfOf.name}
                maxLength={40}
                onChange={(name) => onChange({ onBehalfOf: { ...onBehalfOf, name } })}
              />
            </Field>
            <Field title='他的电话' note='没有电话就空着'>
              <Line
                label='他的电话'
                value={onBehalfOf.phone}
                keyboard='number'
                maxLength={20}
                onChange={(phone) => onChange({ onBehalfOf: { ...onBehalfOf, phone } })}
              />
            </Field>
          </>
        )}
      </Fold>
      <Fold
        icon='message-circle'
        title='是哪种事'
        now={KIND_NAMES[value.kind]}
        isOpen={open === 'kind'}
        onToggle={() => toggle('kind')}
      >
        <Choice
          label='是哪种事'
          value={value.kind}
          options={TICKET_KINDS.map((one) => ({ value: one, words: KIND_NAMES[one] }))}
          onChange={(kind) => onChange(kind === 'complaint' ? { kind } : { kind, about: null, aboutPersonId: null })}
        />
      </Fold>
      {(value.kind === 'complaint' || isKept(value)) && (
        <Fold
          icon='user-round'
          title='说的是谁'
          now={value.about === null ? '没有说哪个干部' : aboutName(value.about, meant.subDistrictName)}
          isOpen={open === 'about'}
          onToggle={() => toggle('about')}
        >
          <AboutField value={value} meant={meant} onChange={onChange} />
        </Fold>
      )}
    </Card>
  )
}

interface FoldProps {
  readonly icon: IconName
  readonly title: string
  readonly now: string
  readonly isOpen: boolean
  readonly onToggle: () => void
  readonly children: ReactNode
}

function Fold({ icon, title, now, isOpen, onToggle, children }: FoldProps) {
  return (
    <View className={styles.fold}>
      <View
        className={styles.foldHead}
        {...pressHandlers(onToggle)}
        {...aria({ role: 'button', isExpanded: isOpen, label: `${title}：${now}。${isOpen ? '收起' : '点开改'}` })}
      >
        <View className={styles.foldIcon}>
          <Icon name={icon} />
        </View>
        <View className={styles.foldWords}>
          <View>{title}</View>
          <View className={styles.note}>{now}</View>
        </View>
        <View className={`${styles.foldIcon} ${isOpen ? styles.turned : ''}`}>
          <Icon name='chevron-down' />
        </View>
      </View>
      {isOpen && <View className={styles.foldBody}>{children}</View>}
    </View>
  )
}
