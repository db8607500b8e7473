import { View } from '@tarojs/components'
import type { DemoPeopleAnswer, PostKind } from '@huiying/shared/identity'
import { aria } from '@/ui/aria'
import { Avatar } from '@/ui/avatar'
import { pressHandlers } from '@/ui/button'
import { Card } from '@/ui/card'
import { Icon } from '@/ui/icon'
import styles from './sign-in.module.scss'

type DemoPerson = DemoPeopleAnswer['people'][number]

interface DemoPeopleProps {
  readonly people: readonly DemoPerson[]
  readonly busyId: string | null
  readonly onPick: (personId: string) => void
}

type Group = 'villagers' | 'village' | 'money' | 'sub-district'

const GROUP_TITLES: Readonly<Record<Group, string>> = {
  villagers: '村民：有事就说',
  village: '村干部：来回应',
  money: '村里的钱：记账、监督、签字',
  'sub-district': '街道、部门、区县：盯着超时',
}

// Exhaustive, so that a new post has to say where its people stand.
const GROUPS: Readonly<Record<PostKind, Group>> = {
  resident: 'villagers',
  secretary: 'village',
  director: 'money',
  supervisor: 'money',
  'committee-member': 'village',
  specialist: 'village',
  accountant: 'money',
  'grid-worker': 'village',
  'stationed-cadre': 'village',
  leader: 'sub-district',
  staff: 'sub-district',
  officer: 'sub-district',
  admin: 'sub-district',
}

export function DemoPeople({ people, busyId, onPick }: DemoPeopleProps) {
  return (
    <>
      {(Object.keys(GROUP_TITLES) as Group[]).map((group) => {
        const members = people.filter((person) => GROUPS[person.kind] === group)
        if (members.length === 0) return null
        return (
          <Card key={group} title={GROUP_TITLES[group]}>
            {members.map((person) => (
              <View
                key={person.personId}
                className={`${styles.person} ${busyId === person.personId ? styles.busy : ''}`}
                id={`demo-${person.personId}`}
                {...pressHandlers(() => onPick(person.personId))}
                {...aria({ role: 'button', label: `${person.name}，${person.unitName}${person.postName}` })}
              >
                <View className={styles.face}>
                  <Avatar name={person.name} role={`${person.unitName} · ${person.postName}`} />
                  {person.hint !== '' && <View className={styles.hint}>{person.hint}</View>}
                </View>
                <View className={styles.arrow}>
                  <Icon name='chevron-right' />
                </View>
              </View>
            ))}
          </Card>
        )
      })}
    </>
  )
}
