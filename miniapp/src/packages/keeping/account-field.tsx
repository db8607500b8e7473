import { useState } from 'react'
import { View } from '@tarojs/components'
import { KIND_NAMES, type KeeperAccount } from '@huiying/shared/ledger'
import { aria } from '@/ui/aria'
import { pressHandlers } from '@/ui/button'
import { Icon } from '@/ui/icon'
import { Line } from '@/ui/field'
import { ListRow } from '@/ui/list-row'
import { Sheet } from '@/ui/sheet'
import { Empty } from '@/ui/states'
import { accountTitle, fullNameOf, plainNameOf, searchAccounts } from './account-choice'
import styles from './keeping.module.scss'

/** Further down one finds by name or number. */
const SHOWN = 16

export interface AccountFieldProps {
  readonly label: string
  readonly accounts: readonly KeeperAccount[]
  readonly code: string
  readonly onChange: (account: KeeperAccount) => void
}

/** 科目: found by its number, its name, or what a neighbour calls it. */
export function AccountField({ label, accounts, code, onChange }: AccountFieldProps) {
  const [isOpen, setIsOpen] = useState(false)
  const [query, setQuery] = useState('')
  const found = searchAccounts(accounts, query)
  const words = code === '' ? '选科目' : `${code} ${fullNameOf(accounts, code)}`
  const close = () => {
    setIsOpen(false)
    setQuery('')
  }
  const pick = (account: KeeperAccount) => {
    close()
    onChange(account)
  }
  return (
    <>
      <View
        className={`${styles.account} ${code === '' ? styles.unchosen : ''}`}
        {...pressHandlers(() => setIsOpen(true))}
        {...aria({ role: 'button', label: `${label}：${words}` })}
      >
        <View className={styles.accountWords}>{words}</View>
        <Icon name='chevron-down' size={18} />
      </View>
      {isOpen && (
        <Sheet isOpen title={label} onClose={close}>
          <Line label='找科目' value={query} placeholder='写编号或名字找，比如 102、利息' onChange={setQuery} />
          {found.slice(0, SHOWN).map((account) => (
            <ListRow
              key={account.code}
              title={accountTitle(account)}
              note={[KIND_NAMES[account.kind], plainNameOf(account)].filter((one) => one !== account.name).join(' · ')}
              onPress={() => pick(account)}
            />
          ))}
          {found.length > SHOWN && <View className={styles.quiet}>{`还有 ${found.length - SHOWN} 个，写名字找`}</View>}
          {found.length === 0 && <Empty title='没有这个科目' note='可以在“科目和余额”里加明细科目。' />}
        </Sheet>
      )}
    </>
  )
}
