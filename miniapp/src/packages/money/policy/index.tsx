import { SignedIn } from '@/features/identity'
import { MONEY_POLICY_URL, readsMoneyPolicy } from '@/features/expenses/ground-ways'
import { goBack, Page } from '@/ui/page'
import { NotForYou } from '@/ui/states'
import { ExpenseTermsCard } from './expense-terms-card'
import { LedgerTermsCard } from './ledger-terms-card'

/** The rules that money goes by in a sub-district's villages; its admin may set them. */
export default function MoneyPolicyPage() {
  return (
    <Page title='花钱的规矩'>
      <SignedIn backTo={MONEY_POLICY_URL}>
        {(me) => readsMoneyPolicy(me) ? (
          <>
            <ExpenseTermsCard key={`e/${me.accountId}`} />
            <LedgerTermsCard key={`l/${me.accountId}`} />
          </>
        ) : (
          <NotForYou action={{ words: '返回', onPress: goBack }} />
        )}
      </SignedIn>
    </Page>
  )
}
