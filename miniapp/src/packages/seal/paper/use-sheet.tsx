import { useState } from 'react'
import { View } from '@tarojs/components'
import { registerSealUse } from '@/features/seal/api'
import { useAct } from '@/platform/use-act'
import { Button } from '@/ui/button'
import { Fault } from '@/ui/fault'
import { Field, Line } from '@/ui/field'
import { PhotoRow } from '@/ui/photo-row'
import { Sheet } from '@/ui/sheet'
import { toast } from '@/ui/toast'
import { Toggle } from '@/ui/toggle'
import type { ActProps, SheetState } from './act-props'
import styles from './paper.module.scss'

/** The seal goes onto the paper: the document that was signed for, and on how many copies. */
export function UseSheet({ seal, onChanged, onOutdated, isOpen, onClose }: ActProps & SheetState) {
  const { id, document, copiesLeft } = seal
  const [copiesText, setCopiesText] = useState('')
  const [isSame, setIsSame] = useState(false)
  const act = useAct({ onConflict: onOutdated })
  const copies = copiesText.trim() === '' ? copiesLeft : Number(copiesText)
  const send = async () => {
    if (document === null) return undefined
    if (!Number.isInteger(copies) || copies < 1) return act.complain('份数请写成 1、2、3 这样')
    if (copies > copiesLeft) return act.complain(`只能再盖 ${copiesLeft} 份`)
    if (!isSame) return act.complain('请先对一对：手里这份和照片上的是不是一样')
    const body = { documentSha256: document.sha256, copies }
    const isDone = await act.run(async (key) => onChanged(await registerSealUse(id, body, key)))
    if (!isDone) return undefined
    onClose()
    toast('登记了')
    return undefined
  }
  return (
    <Sheet isOpen={isOpen} title='盖章登记' onClose={onClose} closeWords='还没盖'>
      <View className={styles.note}>{`还能盖 ${copiesLeft} 份。登记了就有编号，全村看得到，不能删。`}</View>
      {document !== null && <PhotoRow photos={[document.photo]} label='签过字的文件' />}
      <Toggle
        title='和照片上的是同一份'
        note='一页一页对过，没有改，没有加页'
        isOn={isSame}
        stateWords={['对过了', '还没对']}
        onChange={setIsSame}
      />
      <Field title='盖几份'>
        <Line
          label='盖几份'
          value={copiesText}
          placeholder={String(copiesLeft)}
          keyboard='number'
          maxLength={3}
          onChange={setCopiesText}
        />
      </Field>
      <Fault words={act.fault} />
      <View className={styles.act}>
        <Button look='primary' isMain icon='check' isBusy={act.isBusy} onPress={() => void send()}>
          盖了，登记
        </Button>
      </View>
    </Sheet>
  )
}
