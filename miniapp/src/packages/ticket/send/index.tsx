import { useState } from 'react'
import type { Me } from '@huiying/shared/identity'
import { SignedIn, villageOneSpeaksTo } from '@/features/identity'
import { useSession } from '@/platform/session'
import { goBack, Page } from '@/ui/page'
import { Empty } from '@/ui/states'
import { SendForm } from './send-form'
import { Sent, type SentOutcome } from './sent'

export default function SendPage() {
  const session = useSession()
  if (session.status === 'signed-in' && session.me.person !== null) {
    return <Send key={session.me.accountId} me={session.me} />
  }
  return (
    <Page title='说事'>
      <SignedIn>{() => null}</SignedIn>
    </Page>
  )
}

function Send({ me }: { readonly me: Me }) {
  const [outcome, setOutcome] = useState<SentOutcome | null>(null)
  const isResident = me.posts.some((post) => post.kind === 'resident')
  const village = villageOneSpeaksTo(me)
  if (village === null) {
    return (
      <Page title='说事'>
        <Empty icon='users-round' title='您还没有在哪个村' note='请找村里或街道问问。' action={{ words: '返回', onPress: goBack }} />
      </Page>
    )
  }
  if (outcome !== null) return <Sent outcome={outcome} accountId={me.accountId} />
  return <SendForm village={village} isResident={isResident} onSent={setOutcome} />
}
