import { useMemo, useState } from 'react'
import { View } from '@tarojs/components'
import { rosterNoteWords, type RosterNote } from '@huiying/shared/roster'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Tag } from '@/ui/tag'
import { unbroken } from '@/ui/unbroken'
import type { MonthModel } from './month-model'
import styles from './month.module.scss'

/** What could not be planned, and why: one line until one asks, then village by village, empty seats first. */
export function NotesCard({ model }: { readonly model: MonthModel }) {
  const { notes } = model.answer
  const [isOpen, setIsOpen] = useState(false)
  const groups = useMemo(() => groupsOf(model), [model])
  if (groups.length === 0) return null
  const holes = notes.filter(({ weight }) => weight === 'hole').length
  return (
    <Card tone={holes > 0 ? 'late' : 'soon'}>
      <View className={styles.noteHead}>
        <View className={styles.noteTitle}>
          {unbroken(`自动排班有 ${notes.length} 件事要看${holes > 0 ? `，${holes} 件是缺人` : ''}`)}
        </View>
        <Button isSnug onPress={() => setIsOpen(!isOpen)}>{isOpen ? '收起来' : '看看'}</Button>
      </View>
      {isOpen && groups.map(({ key, hasHole, sentences }) => (
        <View key={key} className={styles.note}>
          {hasHole && <Tag tone='late'>缺人</Tag>}
          {sentences.map((sentence) => (
            <View key={sentence}>{sentence}</View>
          ))}
        </View>
      ))}
    </Card>
  )
}

interface NoteGroup {
  readonly key: string
  readonly hasHole: boolean
  readonly sentences: readonly string[]
}

function groupsOf({ answer, people }: MonthModel): readonly NoteGroup[] {
  const byVillage = new Map<string, RosterNote[]>()
  for (const note of answer.notes) {
    const key = note.villageId ?? ''
    byVillage.set(key, [...(byVillage.get(key) ?? []), note])
  }
  const nameOfVillage = new Map(answer.villages.map(({ village }) => [village.id, village.name]))
  const nameOfPerson = new Map(people.map(({ personId, name }) => [personId, name]))
  const sentenceOf = (note: RosterNote) => rosterNoteWords(note, {
    villageName: nameOfVillage.get(note.villageId ?? '') ?? '',
    personName: nameOfPerson.get(note.personId ?? '') ?? '有人',
  })
  return [...byVillage]
    .map(([key, notes]) => {
      const sorted = [...notes].sort((one, other) => weightOf(one) - weightOf(other))
      const hasHole = notes.some((note) => weightOf(note) === 0)
      return { key, hasHole, sentences: [...new Set(sorted.map(sentenceOf))] }
    })
    .sort((one, other) => Number(other.hasHole) - Number(one.hasHole))
}

function weightOf({ weight }: RosterNote): number {
  return weight === 'hole' ? 0 : 1
}
