import { type ReactNode } from 'react'
import { formatNear } from '@huiying/shared/kernel'
import type { Me } from '@huiying/shared/identity'
import { serverNow } from '@/platform/clock'
import { refreshSession, useSession } from '@/platform/session'
import { Empty, Loading, Offline } from '@/ui/states'
import { openPage, openSignIn } from './ways'

export interface SignedInProps {
  /** Needs somebody on a register, not only an account. Default: yes. */
  readonly mustBelong?: boolean
  /** The page's own address, where one comes back to once signed in. Default: one's first screen. */
  readonly backTo?: string
  readonly children: (me: Me) => ReactNode
}

/** Shows its children to whom is signed in and known; to all others the next thing to do. */
export function SignedIn({ mustBelong = true, backTo, children }: SignedInProps) {
  const session = useSession()
  if (session.status === 'opening') return <Loading />
  if (session.status === 'unreachable') return <Offline onRetry={() => void refreshSession()} />
  if (session.status === 'signed-out') {
    return (
      <Empty
        icon='user-round'
        title='请先登录'
        note='登录后，村里才知道是谁在说、回给谁。'
        action={{ words: '去登录', onPress: () => openSignIn(backTo) }}
      />
    )
  }
  const { me } = session
  if (mustBelong && me.person === null) return <NotYetKnown me={me} {...(backTo === undefined ? {} : { backTo })} />
  return <>{children(me)}</>
}

function NotYetKnown({ me, backTo }: { readonly me: Me; readonly backTo?: string }) {
  if (me.waitingFor !== null) {
    return (
      <Empty
        icon='clock'
        title={`等${me.waitingFor.village.name}点头`}
        note={`${formatNear(me.waitingFor.since, serverNow())}送到的，村干部认了您，这里就能用。`}
        action={{ words: '看看好了没有', onPress: () => void refreshSession() }}
      />
    )
  }
  if (me.declinedBy !== null) {
    return (
      <Empty
        icon='users-round'
        title={`${me.declinedBy.name}没认出您`}
        note='请带上身份证去村服务中心问问，或者写清楚您是谁家的，再说一次。'
        action={{ words: '再说一次', onPress: () => openPage('/packages/account/join/index') }}
      />
    )
  }
  return me.phoneKnown ? (
    <Empty
      icon='users-round'
      title='村里的名册上没找到您'
      note='选一下您的村，写上名字，村干部点头就好。'
      action={{ words: '加入我的村', onPress: () => openPage('/packages/account/join/index') }}
    />
  ) : (
    <Empty
      icon='phone'
      title='还不知道您是哪个村的'
      note='用手机号认一认，名册上有您就马上能用。'
      action={{ words: '用手机号认一认', onPress: () => openSignIn(backTo) }}
    />
  )
}
