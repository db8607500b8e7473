import { useState } from 'react'
import { View } from '@tarojs/components'
import { SignedIn } from '@/features/identity'
import { fetchMyTickets } from '@/features/tickets/api'
import { TicketList } from '@/features/tickets/ticket-list'
import { fetchFollowed } from '@/features/tickets/together-api'
import { WaitingStrip } from '@/features/tickets/waiting-strip'
import { openSend } from '@/features/tickets/ways'
import { Choice } from '@/ui/choice'
import { Page } from '@/ui/page'
import styles from './mine.module.scss'

type Whose = 'mine' | 'followed'

const EMPTY = {
  mine: { title: '您还没有说过事', note: '有事就说，写一句就行。', action: { words: '现在就说', onPress: () => openSend() } },
  followed: { title: '您还没有点过“我也遇到”', note: '邻居说的事您家也有，就点一下，有了回音会告诉您。' },
} as const

export default function MyTicketsPage() {
  const [whose, setWhose] = useState<Whose>('mine')
  return (
    <Page title='我说过的事'>
      <SignedIn>
        {({ accountId }) => (
          <>
            <WaitingStrip accountId={accountId} />
            <View className={styles.whose}>
              <Choice
                label='看哪些'
                value={whose}
                options={[{ value: 'mine', words: '我说的' }, { value: 'followed', words: '我也遇到的' }]}
                onChange={setWhose}
              />
            </View>
            <TicketList
              key={`${whose}/${accountId}`}
              listKey={`${whose}/${accountId}`}
              fetchPage={whose === 'mine' ? fetchMyTickets : fetchFollowed}
              empty={EMPTY[whose]}
            />
          </>
        )}
      </SignedIn>
    </Page>
  )
}
