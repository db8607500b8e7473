import { useState } from 'react'
import { View } from '@tarojs/components'
import type { CadreCard, DirectoryAnswer, DutyHole } from '@huiying/shared/identity'
import { cadreTitle } from '@/features/tickets/words'
import { aria } from '@/ui/aria'
import { Avatar } from '@/ui/avatar'
import { Button, pressHandlers } from '@/ui/button'
import { Sheet } from '@/ui/sheet'
import { Tag } from '@/ui/tag'
import styles from './send.module.scss'

export interface AddresseeProps {
  /** `null`: not known yet, or no network; then it goes to whom the village itself names. */
  readonly directory: DirectoryAnswer | null
  readonly pickedId: string | null
  readonly onPick: (personId: string) => void
}

/** To whom it goes: the secretary, unless one picks another. */
export function Addressee({ directory, pickedId, onPick }: AddresseeProps) {
  const [isOpen, setIsOpen] = useState(false)
  const cadres = directory?.cadres ?? []
  const hole = directory?.hole ?? null
  const sits = (cadre: CadreCard) => cadre.onDuty && cadre.personId !== hole?.standInId
  const addresseeId = pickedId ?? directory?.defaultAddresseeId ?? null
  const chosen = cadres.find((cadre) => cadre.personId === addresseeId) ?? null
  const pick = (personId: string) => {
    onPick(personId)
    setIsOpen(false)
  }
  return (
    <View className={styles.to}>
      {chosen === null ? (
        <View className={styles.toWho}>说给 @村里值班的人</View>
      ) : (
        <View className={styles.toWho}>
          <Cadre cadre={chosen} sits={sits(chosen)} />
        </View>
      )}
      {cadres.length > 1 && (
        <Button isSnug label='换一个人说' onPress={() => setIsOpen(true)}>
          换人
        </Button>
      )}
      {directory !== null && hole !== null && <View className={styles.hole}>{holeWords(directory, hole)}</View>}
      <Sheet isOpen={isOpen} title='说给谁' closeWords='不换了' onClose={() => setIsOpen(false)}>
        <View {...aria({ role: 'radiogroup', label: '说给谁' })}>
          {cadres.map((cadre) => {
            const isChosen = cadre.personId === addresseeId
            return (
              <View
                key={cadre.personId}
                className={`${styles.pick} ${isChosen ? styles.picked : ''}`}
                {...pressHandlers(() => pick(cadre.personId))}
                {...aria({ role: 'radio', isChecked: isChosen, label: `${cadre.name}，${cadreTitle(cadre)}${sits(cadre) ? '，在岗' : ''}` })}
              >
                <Cadre cadre={cadre} sits={sits(cadre)} />
              </View>
            )
          })}
        </View>
      </Sheet>
    </View>
  )
}

/** Whom it goes to first where nobody sits, whoever it is @-ed to. */
export function holeWords({ cadres }: Pick<DirectoryAnswer, 'cadres'>, { standInId }: DutyHole): string {
  const standIn = cadres.find(({ personId }) => personId === standInId)
  return standIn === undefined ? '现在没人值班，街道会看到' : `现在没人值班，先送到${standIn.name}`
}

function Cadre({ cadre, sits }: { readonly cadre: CadreCard; readonly sits: boolean }) {
  return (
    <View className={styles.cadre}>
      <Avatar name={cadre.name} layout='face' />
      <View className={styles.cadreWords}>
        <View className={styles.cadreName}>
          @{cadre.name} {sits && <Tag tone='ok'>在岗</Tag>}
        </View>
        <View className={styles.note}>{cadreTitle(cadre)}</View>
      </View>
    </View>
  )
}
