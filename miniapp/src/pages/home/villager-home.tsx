import { View } from '@tarojs/components'
import { stopPullDownRefresh, usePullDownRefresh } from '@tarojs/taro'
import type { Me } from '@huiying/shared/identity'
import { MoneyLine } from '@/features/ledger/money-line'
import { openSitting } from '@/features/roster/ways'
import { DutyLine } from '@/features/tickets/duty-line'
import { fetchHome } from '@/features/tickets/api'
import { speakUpWords } from '@/features/tickets/promise-words'
import { TicketSummary } from '@/features/tickets/ticket-summary'
import { WaitingStrip } from '@/features/tickets/waiting-strip'
import { openMyTickets, openSend } from '@/features/tickets/ways'
import { useLoad } from '@/platform/use-load'
import { useRecorder } from '@/platform/use-recorder'
import { aria } from '@/ui/aria'
import { BigButton } from '@/ui/button'
import { Card } from '@/ui/card'
import { HoldToTalk } from '@/ui/hold-to-talk'
import { ListRow } from '@/ui/list-row'
import { LoadedView } from '@/ui/loaded-view'
import styles from './home.module.scss'

/** One thing to do, in two ways: write it or say it. Both work without a network. */
export function VillagerHome({ me }: { readonly me: Me }) {
  const home = useLoad(`home/${me.accountId}`, fetchHome)
  usePullDownRefresh(() => void home.reload().then(() => stopPullDownRefresh()))
  const recorder = useRecorder(openSend)
  return (
    <>
      <View className={styles.greeting} {...aria({ role: 'heading' })}>
        {me.person?.name}，您好
      </View>
      <WaitingStrip accountId={me.accountId} />
      <View>
        {(home.data !== null || home.error === null) && (
          <DutyLine
            cadres={home.data?.onDuty ?? null}
            hole={home.data?.hole ?? null}
            onMore={() => openSitting()}
          />
        )}
      </View>
      <BigButton icon='message-circle' title='一键回应' note={speakUpWords(home.data?.promise ?? null)} onPress={() => openSend()} />
      <View className={styles.talk}>
        <HoldToTalk recorder={recorder} size='giant' words='按住说话' note='不用打字，说完松开手' />
      </View>
      <LoadedView loaded={home}>
        {({ latest, openOfMine, village, books, now }) => (
          <>
            {latest !== null && <TicketSummary row={latest} title='我最近说的事' />}
            {latest !== null && (
              <Card>
                <ListRow
                  icon='list'
                  title='我说过的事'
                  {...(openOfMine > 0 ? { note: `${openOfMine} 件还在办` } : {})}
                  onPress={openMyTickets}
                />
              </Card>
            )}
            <MoneyLine villageId={village.id} books={books} now={now} />
          </>
        )}
      </LoadedView>
    </>
  )
}
