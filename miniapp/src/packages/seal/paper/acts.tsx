import { useState, type ReactNode } from 'react'
import { View } from '@tarojs/components'
import { SEAL_SLOT_NAMES, type SealSlot, type SealView } from '@huiying/shared/seal'
import { openPage } from '@/features/identity'
import { submitSeal, takeBackSealSignature, withdrawSeal } from '@/features/seal/api'
import { openSignSeal, sealDraftUrl } from '@/features/seal/ways'
import { useAct } from '@/platform/use-act'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Fault } from '@/ui/fault'
import { ask, toast } from '@/ui/toast'
import { shownOf, type ActProps } from './act-props'
import styles from './paper.module.scss'
import { RefuseSheet } from './refuse-sheet'
import { UseSheet } from './use-sheet'

/** Whether the request waits for the reader. */
export function hasMainAct({ may }: Pick<SealView, 'may'>): boolean {
  return may.sign.length > 0 || may.submit || may.use
}

/** What it waits for from the reader, where his thumb is. */
export function MainActs(props: ActProps) {
  const { seal, onChanged, onOutdated } = props
  const { id, may } = seal
  const [open, setOpen] = useState<'refuse' | 'use' | null>(null)
  const act = useAct({ onConflict: onOutdated })
  const close = () => setOpen(null)
  const [slot] = may.sign
  const submit = async () => {
    const isDone = await act.run(async (key) => onChanged(await submitSeal(id, shownOf(seal), key)))
    if (isDone) toast('交出去了，告诉三个人了')
  }
  return (
    <View>
      <Fault words={act.fault} />
      <View className={styles.acts}>
        {slot !== undefined && <Act><Button isMain icon='x' onPress={() => setOpen('refuse')}>不同意</Button></Act>}
        {may.sign.map((one) => (
          <Act key={one}>
            <Button look='primary' isMain icon='pencil' onPress={() => openSignSeal(id, one)}>
              {may.sign.length === 1 ? '签字' : `签字（${SEAL_SLOT_NAMES[one]}）`}
            </Button>
          </Act>
        ))}
        {may.submit && (
          <Act>
            <Button look='primary' isMain icon='send' isBusy={act.isBusy} onPress={() => void submit()}>
              交出去，请三个人签
            </Button>
          </Act>
        )}
        {may.use && (
          <Act><Button look='primary' isMain icon='notebook-pen' onPress={() => setOpen('use')}>盖章登记</Button></Act>
        )}
      </View>
      {slot !== undefined && <RefuseSheet {...props} slot={slot} isOpen={open === 'refuse'} onClose={close} />}
      <UseSheet {...props} isOpen={open === 'use'} onClose={close} />
    </View>
  )
}

function Act({ children }: { readonly children: ReactNode }) {
  return <View className={styles.mainAct}>{children}</View>
}

/** What one may do, but nobody waits for. */
export function OtherActs({ seal, onChanged, onOutdated }: ActProps) {
  const { id, may, slots } = seal
  const act = useAct({ onConflict: onOutdated })
  if (may.takeBack.length === 0 && !may.save && !may.withdraw) return null
  const takeBack = async (slot: SealSlot) => {
    if (!(await ask({ title: '收回您的签字？', words: '收回以后可以再签。', yes: '收回' }))) return
    const isDone = await act.run(async (key) => onChanged(await takeBackSealSignature(id, slot, shownOf(seal), key)))
    if (isDone) toast('收回了')
  }
  const withdraw = async () => {
    if (!(await ask({ title: '撤掉这次用章？', words: '撤掉以后不能再签，也不能再改。', yes: '撤掉' }))) return
    const isDone = await act.run(async (key) => onChanged(await withdrawSeal(id, key)))
    if (isDone) toast('撤掉了')
  }
  const change = async () => {
    const isSigned = slots.some(({ signed }) => signed !== null)
    const words = '改了内容，已经签的字就不作数，要重新签。'
    if (isSigned && !(await ask({ title: '有人签过了', words, yes: '还是要改' }))) return
    openPage(sealDraftUrl(id))
  }
  return (
    <Card title='还可以'>
      {may.save && (
        <View className={styles.act}>
          <Button icon='pencil' isDisabled={act.isBusy} onPress={() => void change()}>改一改</Button>
        </View>
      )}
      {may.takeBack.map((slot) => (
        <View key={slot} className={styles.act}>
          <Button icon='undo-2' isDisabled={act.isBusy} onPress={() => void takeBack(slot)}>
            {may.takeBack.length === 1 ? '收回签字' : `收回签字（${SEAL_SLOT_NAMES[slot]}）`}
          </Button>
        </View>
      ))}
      {may.withdraw && (
        <Button look='danger' icon='trash-2' isDisabled={act.isBusy} onPress={() => void withdraw()}>撤掉</Button>
      )}
      <Fault words={act.fault} />
    </Card>
  )
}
