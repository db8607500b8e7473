import { useRouter } from '@tarojs/taro'
import type { SealFormAnswer, SealView } from '@huiying/shared/seal'
import { SignedIn } from '@/features/identity'
import { fetchSeal, fetchSealForm } from '@/features/seal/api'
import { newSealUrl, sealDraftUrl } from '@/features/seal/ways'
import { useSession } from '@/platform/session'
import { useLoad } from '@/platform/use-load'
import { LoadedView } from '@/ui/loaded-view'
import { goBack, Page } from '@/ui/page'
import { Empty, NotForYou } from '@/ui/states'
import { DraftForm } from './draft-form'

interface DraftFacts {
  readonly form: SealFormAnswer
  /** What is changed; `null`: a new one. */
  readonly seal: SealView | null
}

/** Whoever works for the village asks for its seal: a new request for `village`, or a change of the one of `id`. */
export default function SealDraftPage() {
  const { id, village } = useRouter().params
  const session = useSession()
  const asked = id ?? village
  if (asked !== undefined && session.status === 'signed-in' && session.me.person !== null) {
    return <Known key={`${session.me.accountId}/${asked}`} id={id ?? null} villageId={village ?? ''} />
  }
  const backTo = id !== undefined ? sealDraftUrl(id) : village !== undefined ? newSealUrl(village) : null
  return (
    <Page title='要用公章'>
      <SignedIn {...(backTo === null ? {} : { backTo })}>
        {() => <NotForYou action={{ words: '返回', onPress: goBack }} />}
      </SignedIn>
    </Page>
  )
}

function Known({ id, villageId }: { readonly id: string | null; readonly villageId: string }) {
  const facts = useLoad<DraftFacts>(`seal-draft/${id ?? villageId}`, () => loadFacts(id, villageId))
  const { data } = facts
  if (data !== null && (data.seal === null || data.seal.may.save)) {
    return <DraftForm key={data.seal?.digest ?? 'new'} form={data.form} seal={data.seal} />
  }
  return (
    <Page title='要用公章'>
      <LoadedView loaded={facts}>
        {() => (
          <Empty icon='lock' title='这次用章不能改了' note='可能已经签完，或者撤掉了。' action={{ words: '返回', onPress: goBack }} />
        )}
      </LoadedView>
    </Page>
  )
}

async function loadFacts(id: string | null, villageId: string): Promise<DraftFacts> {
  const seal = id === null ? null : await fetchSeal(id)
  return { form: await fetchSealForm(seal?.village.id ?? villageId), seal }
}
