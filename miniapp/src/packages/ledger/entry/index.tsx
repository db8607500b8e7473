import { useState } from 'react'
import { stopPullDownRefresh, usePullDownRefresh, useRouter } from '@tarojs/taro'
import type { Me } from '@huiying/shared/identity'
import { formatNear } from '@huiying/shared/kernel'
import type { EntryView } from '@huiying/shared/ledger'
import type { SentTicket, SubmitTicketBody } from '@huiying/shared/tickets'
import { SignedIn } from '@/features/identity'
import { fetchEntry, fetchQuestions } from '@/features/ledger/api'
import { entryUrl } from '@/features/ledger/ways'
import { TICKETS_PATH } from '@/features/tickets/api'
import { ComposerSheet } from '@/features/tickets/composer-sheet'
import { useMe } from '@/platform/session'
import { DESK_PX, useIsWide } from '@/platform/use-is-wide'
import { useLoad } from '@/platform/use-load'
import { Button } from '@/ui/button'
import { LoadedView } from '@/ui/loaded-view'
import { Page } from '@/ui/page'
import { toast } from '@/ui/toast'
import { EntryBody } from './entry-body'

/** One entry, all that stands behind it, and what was asked about it. */
export default function EntryPage() {
  const id = useRouter().params['id'] ?? null
  const me = useMe()
  return me === null || me.person === null ? <NotYet id={id} /> : <Entry key={`${me.accountId}/${id}`} id={id} me={me} />
}

function NotYet({ id }: { readonly id: string | null }) {
  return (
    <Page title='这一笔'>
      <SignedIn {...(id === null ? {} : { backTo: entryUrl(id) })}>{() => null}</SignedIn>
    </Page>
  )
}

function Entry({ id, me }: { readonly id: string | null; readonly me: Me }) {
  const entry = useLoad(id === null ? null : `entry/${id}`, () => fetchEntry(id ?? ''))
  const questions = useLoad(entry.data === null ? null : `questions/${id}`, () => fetchQuestions(id ?? ''))
  const [isAsking, setIsAsking] = useState(false)
  const isWide = useIsWide(DESK_PX)
  usePullDownRefresh(() => void Promise.all([entry.reload(), questions.reload()]).then(() => stopPullDownRefresh()))
  const view = entry.data
  const mayAsk = view !== null && livesIn(me, view)
  const asked = (ticket: Pick<SentTicket, 'now' | 'responseDueAt'>) => {
    toast(`问到了，${formatNear(ticket.responseDueAt, ticket.now)} 前会有人回您`)
    void questions.reload()
  }
  return (
    <Page
      title='这一笔'
      isWide={isWide}
      {...(mayAsk
        ? {
            footer: (
              <Button look='primary' isMain icon='message-circle' onPress={() => setIsAsking(true)}>我要问</Button>
            ),
          }
        : {})}
    >
      <LoadedView loaded={entry}>{(known) => <EntryBody view={known} questions={questions} />}</LoadedView>
      {view !== null && isAsking && (
        <ComposerSheet
          isOpen
          title='问问这一笔'
          draftName={`ask:${view.row.id}`}
          path={TICKETS_PATH}
          more={aboutOf(view)}
          placeholder='哪里不明白，写一句就行。比如：这一段修了多长？'
          sendWords='发送'
          label='问账上的一笔'
          photoLimit={0}
          onClose={() => setIsAsking(false)}
          onSent={asked}
        />
      )}
    </Page>
  )
}

/** A question like any other the village hears, with the same hour to answer; only it hangs on the entry. */
function aboutOf({ village, row }: EntryView): Omit<SubmitTicketBody, 'text'> {
  return { villageId: village.id, entryId: row.id, kind: 'question' }
}

/** Who lives elsewhere reads; he asks in his own village. */
function livesIn(me: Me, { village }: EntryView): boolean {
  return me.posts.some((post) => post.kind === 'resident' && post.village?.id === village.id)
}
