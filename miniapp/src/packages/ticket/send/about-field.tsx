import { View } from '@tarojs/components'
import type { CadreCard } from '@huiying/shared/identity'
import { aboutName, type AboutWhom } from '@huiying/shared/tickets'
import { subDistrictWord } from '@huiying/shared/villages'
import { cadreTitle } from '@/features/tickets/words'
import { Choice } from '@/ui/choice'
import { Field } from '@/ui/field'
import type { SendDraft } from './send-draft'
import styles from './send.module.scss'

/** Whom a complaint may name, and what the sub-district is called there. */
export interface MayBeMeant {
  readonly subDistrictName: string
  readonly people: readonly Pick<CadreCard, 'personId' | 'name' | 'posts'>[]
}

export interface AboutFieldProps {
  readonly value: SendDraft
  readonly meant: MayBeMeant
  readonly onChange: (part: Partial<SendDraft>) => void
}

function whereItGoes(about: Exclude<AboutWhom, 'app'>, subDistrictName: string): string {
  const word = subDistrictWord(subDistrictName)
  switch (about) {
    case 'village-cadre': return `直接到${word}，村里谁也看不到`
    case 'officer': return `只有${word}领导看得到，村里、部门和${word}工作人员都看不到`
    case 'staff': return `只有${word}领导看得到，村里和${word}工作人员都看不到`
    case 'leader': return `直接到上一级，村里和${word}都看不到`
  }
}

function optionsIn(subDistrictName: string) {
  return [
    { value: 'nobody' as const, words: '没有说哪个干部' },
    ...(['village-cadre', 'officer', 'staff', 'leader'] as const).map((value) => ({
      value, words: aboutName(value, subDistrictName), note: whereItGoes(value, subDistrictName),
    })),
  ]
}

/** Of whom one complains: what happens then is said before anything is sent. A name helps, and none is asked for. */
export function AboutField({ value, meant, onChange }: AboutFieldProps) {
  const { about, aboutPersonId } = value
  return (
    <View>
      <Choice
        label='说的是谁'
        layout='list'
        value={about === null || about === 'app' ? 'nobody' : about}
        options={optionsIn(meant.subDistrictName)}
        onChange={(who) => onChange(who === 'nobody'
          ? { about: null, aboutPersonId: null }
          : { about: who, aboutPersonId: null, kind: 'complaint', visibility: 'confidential' })}
      />
      {about === 'village-cadre' && (
        <View className={styles.gap}>
          <Field title='哪一位'>
            <Choice
              label='哪一位'
              layout='list'
              value={aboutPersonId ?? ''}
              options={[
                { value: '', words: '不写名字' },
                ...meant.people.map((card) => ({ value: card.personId, words: `${card.name} ${cadreTitle(card)}`.trim() })),
              ]}
              onChange={(picked) => onChange({ aboutPersonId: picked === '' ? null : picked })}
            />
          </Field>
        </View>
      )}
    </View>
  )
}
