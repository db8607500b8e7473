import { useEffect, useState } from 'react'
import Taro, { useRouter } from '@tarojs/taro'
import { SEAL_SLOTS, type SealSlot, type SealView } from '@huiying/shared/seal'
import { SignedIn } from '@/features/identity'
import { fetchSeal } from '@/features/seal/api'
import { sealUrl, signSealUrl } from '@/features/seal/ways'
import { useSession } from '@/platform/session'
import { useLoad } from '@/platform/use-load'
import { LoadedView } from '@/ui/loaded-view'
import { goBack, Page } from '@/ui/page'
import { Empty, NotForYou } from '@/ui/states'
import { SignForm } from './sign-form'

/** One of the three signatures. */
export default function SignSealPage() {
  const { id = '', slot: asked } = useRouter().params
  const slot = SEAL_SLOTS.find((one) => one === asked)
  const session = useSession()
  if (id !== '' && slot !== undefined && session.status === 'signed-in' && session.me.person !== null) {
    return <Known key={`${session.me.accountId}/${id}/${slot}`} id={id} slot={slot} />
  }
  return (
    <Page title='签字'>
      <SignedIn {...(slot === undefined ? {} : { backTo: signSealUrl(id, slot) })}>
        {() => <NotForYou action={{ words: '返回', onPress: goBack }} />}
      </SignedIn>
    </Page>
  )
}

function Known({ id, slot }: { readonly id: string; readonly slot: SealSlot }) {
  const [round, setRound] = useState(0)
  const loaded = useLoad(`seal-sign/${id}/${round}`, () => fetchSeal(id))
  // What was shown first is what is signed; what comes later is not put under his pen.
  const [seen, setSeen] = useState<SealView | null>(null)
  const { data } = loaded
  useEffect(() => {
    if (data !== null && data.may.sign.includes(slot)) setSeen((before) => before ?? data)
  }, [data, slot])
  const again = () => {
    setSeen(null)
    setRound(round + 1)
  }
  if (seen !== null) return <SignForm key={round} seal={seen} slot={slot} onAgain={again} />
  return (
    <Page title='签字'>
      <LoadedView loaded={loaded}>
        {(seal) => (
          <Empty
            icon='circle-check'
            title='现在不用您签'
            note={noteOf(seal, slot)}
            action={{ words: '看这次用章', onPress: () => void Taro.redirectTo({ url: sealUrl(id) }) }}
          />
        )}
      </LoadedView>
    </Page>
  )
}

function noteOf({ slots }: SealView, slot: SealSlot): string {
  const signed = slots.find((one) => one.slot === slot)?.signed ?? null
  return signed === null ? '可能已经退回去改了。' : `${signed.by.name}已经签过了。`
}
