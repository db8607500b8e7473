import { View } from '@tarojs/components'
import type { CadreCard } from '@huiying/shared/identity'
import { ABOUT_NAMES, type AboutWhom } from '@huiying/shared/tickets'
import { Choice } from '@/ui/choice'
import type { SendDraft } from './send-draft'
import styles from './send.module.scss'

export interface AboutFieldProps {
  readonly value: SendDraft
  readonly cadres: readonly CadreCard[]
  readonly onChange: (part: Partial<SendDraft>) => void
}

const WHERE_IT_GOES: Readonly<Record<Exclude<AboutWhom, 'app'>, string>> = {
  'village-cadre': '直接到街道，村里谁也看不到',
  staff: '只有镇领导看得到，村里和街道的人都看不到',
  leader: '直接到上一级，镇里、村里都看不到',
}

const OPTIONS = [
  { value: 'nobody' as const, words: '没有说哪个干部' },
  ...(['village-cadre', 'staff', 'leader'] as const).map((value) => ({
    value, words: ABOUT_NAMES[value], note: WHERE_IT_GOES[value],
  })),
]

/** Of whom one complains: what happens then is said before anything is sent. A name helps, and none is asked for. */
export function AboutField({ value, cadres, onChange }: AboutFieldProps) {
  const { about, aboutPersonId } = value
  return (
    <View>
      <Choice
        label='说的是谁'
        layout='list'
        value={about === null || about === 'app' ? 'nobody' : about}
        options={OPTIONS}
        onChange={(who) => onChange(who === 'nobody'
          ? { about: null, aboutPersonId: null }
          : { about: who, aboutPersonId: null, kind: 'complaint', visibility: 'confidential' })}
      />
      {about === 'village-cadre' && (
        <View className={styles.gap}>
          <Choice
            label='哪一位'
            value={aboutPersonId ?? ''}
            options={[
              { value: '', words: '不写名字' },
              ...cadres.map(({ personId, name }) => ({ value: personId, words: name })),
            ]}
            onChange={(picked) => onChange({ aboutPersonId: picked === '' ? null : picked })}
          />
        </View>
      )}
    </View>
  )
}
