import { View } from '@tarojs/components'
import { usePullDownRefresh, stopPullDownRefresh } from '@tarojs/taro'
import type { MembershipRequestRow, MembershipRequestsAnswer } from '@huiying/shared/identity'
import { formatAgo } from '@huiying/shared/kernel'
import type { UnitBrief } from '@huiying/shared/villages'
import { leadsVillage, SignedIn } from '@/features/identity'
import { decideMembership, fetchMembershipRequests } from '@/features/identity/api'
import { serverNow } from '@/platform/clock'
import { useAct } from '@/platform/use-act'
import { useLoad } from '@/platform/use-load'
import { Avatar } from '@/ui/avatar'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { LoadedView } from '@/ui/loaded-view'
import { goBack, Page } from '@/ui/page'
import { Empty, NotForYou } from '@/ui/states'
import { ask, toast } from '@/ui/toast'
import styles from './members.module.scss'

export default function MembersPage() {
  return (
    <Page title='等您认的人'>
      <SignedIn>
        {(me) => {
          const village = leadsVillage(me)
          return village === null ? <NotForYou action={{ words: '返回', onPress: goBack }} /> : <Requests village={village} />
        }}
      </SignedIn>
    </Page>
  )
}

function Requests({ village }: { readonly village: UnitBrief }) {
  const requests = useLoad<MembershipRequestsAnswer>(village.id, () => fetchMembershipRequests(village.id))
  usePullDownRefresh(() => void requests.reload().then(() => stopPullDownRefresh()))
  return (
    <LoadedView loaded={requests}>
      {(answer) =>
        answer.requests.length === 0 ? (
          <Empty icon='circle-check' title='没有人在等' note={`有人要加入${village.name}，会在“消息”里告诉您。`} action={{ words: '返回', onPress: goBack }} />
        ) : (
          answer.requests.map((request) => (
            <RequestCard
              key={request.id}
              request={request}
              village={village}
              onDecided={() => void requests.reload()}
            />
          ))
        )
      }
    </LoadedView>
  )
}

interface RequestCardProps {
  readonly request: MembershipRequestRow
  readonly village: UnitBrief
  readonly onDecided: () => void
}

function RequestCard({ request, village, onDecided }: RequestCardProps) {
  const { isBusy, run } = useAct({ say: toast })

  const decide = async (approve: boolean) => {
    const isSure =
      approve || (await ask({ title: `${request.name}不是本村人？`, words: '他打开小程序会看到没认出来，可以再来说明。', yes: '不是本村人' }))
    if (!isSure) return
    await run(async () => {
      await decideMembership(request.id, approve)
      toast(approve ? `${request.name}加入了${village.name}` : '已经回了他')
    })
    onDecided()
  }

  return (
    <Card>
      <Avatar name={request.name} role={`${request.maskedPhone} · ${formatAgo(request.createdAt, serverNow())}`} />
      {request.note !== '' && <View className={styles.note}>“{request.note}”</View>}
      <View className={styles.actions}>
        <View className={styles.action}>
          <Button look='primary' isBusy={isBusy} onPress={() => void decide(true)} label={`${request.name}是本村人`}>
            是本村人
          </Button>
        </View>
        <View className={styles.action}>
          <Button isDisabled={isBusy} onPress={() => void decide(false)} label={`${request.name}不是本村人`}>
            不是
          </Button>
        </View>
      </View>
    </Card>
  )
}
