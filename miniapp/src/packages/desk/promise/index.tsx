import { SignedIn } from '@/features/identity'
import { PROMISE_URL, readsPromise } from '@/features/promise/ways'
import { goBack, Page } from '@/ui/page'
import { NotForYou } from '@/ui/states'
import { Promises } from './promises'

/** By when somebody answers and finishes, and who hears of it if not: set by the sub-district's staff or admin. */
export default function PromisePage() {
  return (
    <Page title='回应的规矩' isWide>
      <SignedIn backTo={PROMISE_URL}>
        {(me) => readsPromise(me) ? (
          <Promises key={me.accountId} />
        ) : (
          <NotForYou action={{ words: '返回', onPress: goBack }} />
        )}
      </SignedIn>
    </Page>
  )
}
