import { useState } from 'react'
import { View } from '@tarojs/components'
import { formatYuan } from '@huiying/shared/kernel'
import { KIND_NAMES, type AccountKind, type KeeperAccount, type KeeperAnswer } from '@huiying/shared/ledger'
import { useAct } from '@/platform/use-act'
import { aria } from '@/ui/aria'
import { Button, pressHandlers } from '@/ui/button'
import { Card } from '@/ui/card'
import { Choice } from '@/ui/choice'
import { Fault } from '@/ui/fault'
import { LongList } from '@/ui/long-list'
import { Sheet } from '@/ui/sheet'
import { Tag } from '@/ui/tag'
import { toast } from '@/ui/toast'
import { accountTitle, plainNameOf } from '../account-choice'
import { switchAccount } from '../api'
import styles from '../keeping.module.scss'

export interface AccountListProps {
  readonly desk: KeeperAnswer
  readonly onChanged: (desk: KeeperAnswer) => void
  readonly onAddBelow: (account: KeeperAccount) => void
}

type Shown = 'used' | AccountKind

const KINDS = Object.keys(KIND_NAMES) as AccountKind[]

/** Those that hold something first; the whole chart by its parts. */
export function AccountList({ desk, onChanged, onAddBelow }: AccountListProps) {
  const [shown, setShown] = useState<Shown>('used')
  const [openCode, setOpenCode] = useState<string | null>(null)
  const rows = desk.accounts.filter((one) => (shown === 'used' ? isUsed(one) : one.kind === shown))
  const opened = desk.accounts.find(({ code }) => code === openCode)
  return (
    <>
      <View className={styles.gap}>
        <Choice
          label='看哪些科目'
          value={shown}
          options={[
            { value: 'used' as Shown, words: '有数的' },
            ...KINDS.map((kind) => ({ value: kind as Shown, words: KIND_NAMES[kind] })),
          ]}
          onChange={setShown}
        />
      </View>
      <Card>
        {rows.length === 0 && <View className={styles.quiet}>还没有记账，科目都是空的。</View>}
        <LongList key={shown} label='科目' rows={rows}>
          {(account) => (
            <View
              key={account.code}
              className={styles.row}
              {...pressHandlers(() => setOpenCode(account.code))}
              {...aria({ role: 'button', label: `${accountTitle(account)}，${balanceWords(account)}` })}
            >
              <View className={`${styles.rowName} ${styles[`depth${depthOf(account)}`] ?? ''}`}>
                {accountTitle(account)}
                {account.reservedFen > 0 && (
                  <View className={styles.quiet}>{`批准了还没付 ${formatYuan(account.reservedFen)}`}</View>
                )}
                {!account.isActive && <View><Tag>停用了</Tag></View>}
              </View>
              <View className={styles.rowAmount}>{balanceWords(account)}</View>
            </View>
          )}
        </LongList>
      </Card>
      {opened !== undefined && (
        <AccountSheet
          account={opened}
          bookId={desk.book.id}
          onChanged={onChanged}
          onAddBelow={() => {
            setOpenCode(null)
            onAddBelow(opened)
          }}
          onClose={() => setOpenCode(null)}
        />
      )}
    </>
  )
}

interface AccountSheetProps {
  readonly account: KeeperAccount
  readonly bookId: string
  readonly onChanged: (desk: KeeperAnswer) => void
  readonly onAddBelow: () => void
  readonly onClose: () => void
}

function AccountSheet({ account, bookId, onChanged, onAddBelow, onClose }: AccountSheetProps) {
  const { code, kind, isSub, isActive } = account
  const act = useAct()
  const toggle = async () => {
    const isDone = await act.run(async () => onChanged(await switchAccount(bookId, code, !isActive)))
    if (!isDone) return
    onClose()
    toast(isActive ? '停用了，以后不能往这里记' : '可以用了')
  }
  return (
    <Sheet isOpen title={accountTitle(account)} onClose={onClose}>
      <View className={styles.say}>
        {[KIND_NAMES[kind], plainNameOf(account), `余额 ${balanceWords(account)}`].join(' · ')}
      </View>
      {isActive && code.length < LONGEST_PARENT && (
        <View className={styles.gap}>
          <Button icon='plus' onPress={onAddBelow}>在它下面加明细科目</Button>
        </View>
      )}
      {isSub && (
        <Button icon={isActive ? 'eye-off' : 'eye'} isBusy={act.isBusy} onPress={() => void toggle()}>
          {isActive ? '停用，不再往这里记' : '重新启用'}
        </Button>
      )}
      <Fault words={act.fault} />
    </Sheet>
  )
}

/** Below a code of nine digits the chart goes no deeper. */
const LONGEST_PARENT = 9

function isUsed({ balanceFen, reservedFen, code }: KeeperAccount): boolean {
  return balanceFen !== 0 || reservedFen !== 0 || code === '101' || code === '102'
}

function depthOf({ code }: KeeperAccount): number {
  return (code.length - 3) / 2
}

/** On its own side an account grows; on the other it is said. */
export function balanceWords({ balanceFen, normalSide }: Pick<KeeperAccount, 'balanceFen' | 'normalSide'>): string {
  if (balanceFen === 0) return '—'
  const isOwnSide = balanceFen > 0 === (normalSide === 'debit')
  return `${balanceFen > 0 ? '借' : '贷'} ${formatYuan(Math.abs(balanceFen))}${isOwnSide ? '' : '（反方向）'}`
}
