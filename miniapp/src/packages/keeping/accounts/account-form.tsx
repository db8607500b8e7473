import { View } from '@tarojs/components'
import { ACCOUNT_NAME_LIMIT, type KeeperAnswer } from '@huiying/shared/ledger'
import { useDraft } from '@/platform/draft'
import { sendDraftNow } from '@/platform/send-draft'
import { useAct } from '@/platform/use-act'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Fault } from '@/ui/fault'
import { Field, Line } from '@/ui/field'
import { toast } from '@/ui/toast'
import { fullNameOf, nextCodeBelow } from '../account-choice'
import { AccountField } from '../account-field'
import { addAccount } from '../api'
import { FormFrame } from '../form-frame'
import styles from '../keeping.module.scss'

export interface AccountFormProps {
  readonly desk: KeeperAnswer
  /** "": to be chosen. */
  readonly parent: string
  readonly isBeside: boolean
  readonly onDone: (desk: KeeperAnswer | null) => void
}

interface NewAccount {
  readonly parent: string
  readonly name: string
}

/** 明细科目: a bank account below 102, a road below 51401. The number follows by itself. */
export function AccountForm({ desk: { book, accounts }, parent: given, isBeside, onDone }: AccountFormProps) {
  const kept = useDraft<NewAccount>(`keeping/${book.id}/account`, { parent: '', name: '' })
  const parent = given === '' ? kept.value.parent : given
  const { name } = kept.value
  const code = parent === '' ? null : nextCodeBelow(accounts, parent)
  const { isBusy, fault, complain, run } = useAct()
  const send = () => {
    if (parent === '') return complain('请选加在哪个科目下面')
    if (code === null) return complain('这个科目下面的编号用完了，请换一个上级科目')
    if (name.trim() === '') return complain('请写明细科目的名字')
    return void run(async () => {
      onDone(await sendDraftNow(kept, (key) => addAccount(book.id, { code, name: name.trim() }, key)))
      toast('加好了')
    })
  }
  return (
    <FormFrame
      title='加一个明细科目'
      isBeside={isBeside}
      footer={
        <>
          <Fault words={fault} />
          <View className={styles.acts}>
            <View className={styles.act}>
              <Button look='primary' isMain icon='plus' isBusy={isBusy} onPress={send}>加上</Button>
            </View>
            {!isBeside && <View className={styles.act}><Button isMain onPress={() => onDone(null)}>先不加</Button></View>}
          </View>
        </>
      }
    >
      <Card>
        <View className={styles.say}>每个银行账户、每条要单独看的收支，都可以加一个明细。加了就不能改名，只能停用。</View>
        <Field title='加在哪个科目下面' note={parent === '' ? '比如银行账户加在 102 下面' : fullNameOf(accounts, parent)}>
          <AccountField
            label='上级科目'
            accounts={accounts.filter((one) => one.code.length < 9)}
            code={parent}
            onChange={(account) => kept.change({ parent: account.code })}
          />
        </Field>
        <Field title='名字' {...(code === null ? {} : { note: `编号会是 ${code}` })}>
          <Line
            label='明细科目的名字'
            value={name}
            maxLength={ACCOUNT_NAME_LIMIT}
            placeholder='比如：农商行基本户'
            onChange={(words) => kept.change({ name: words })}
          />
        </Field>
      </Card>
    </FormFrame>
  )
}
