import { useState } from 'react'
import { View } from '@tarojs/components'
import { PHOTO_LIMIT, type TicketView } from '@huiying/shared/tickets'
import { hasNumber, useCallReporter } from '@/features/inbox/use-call-reporter'
import { openClose, openReply } from '@/features/inbox/ways'
import { messagesPath } from '@/features/tickets/api'
import { ComposerSheet } from '@/features/tickets/composer-sheet'
import { orderTicket } from '@/features/tickets/order-ticket'
import { openWhistle } from '@/features/tickets/parts'
import { Button, pressHandlers } from '@/ui/button'
import { aria } from '@/ui/aria'
import { Icon } from '@/ui/icon'
import { toast } from '@/ui/toast'
import styles from './detail.module.scss'

export interface ActionsProps {
  readonly ticket: TicketView
  readonly onChanged: (ticket: TicketView) => void
}

/** What stands at the bottom: the reporter's box, or a handler's buttons; of each only what the server allows now. */
export function Actions({ ticket, onChanged }: ActionsProps) {
  return ticket.role === 'reporter' ? <WriteBox ticket={ticket} onChanged={onChanged} /> : <HandlerButtons ticket={ticket} onChanged={onChanged} />
}

function WriteBox({ ticket, onChanged }: ActionsProps) {
  const [isOpen, setIsOpen] = useState(false)
  if (!ticket.actions.includes('write')) return null
  return (
    <>
      <View className={styles.writeBox} {...pressHandlers(() => setIsOpen(true))} {...aria({ role: 'button', label: '再说一句，打字、说话、拍照都行' })}>
        <Icon name='message-circle' />
        <View className={styles.writeWords}>再说一句</View>
        <Icon name='mic' />
        <View className={styles.writeGap} />
        <Icon name='camera' />
      </View>
      <ComposerSheet
        isOpen={isOpen}
        title='再说一句'
        draftName={`message:${ticket.id}`}
        path={messagesPath(ticket.id)}
        placeholder='想补充什么，写在这里'
        sendWords='发送'
        label='再说一句'
        photoLimit={PHOTO_LIMIT}
        onClose={() => setIsOpen(false)}
        onSent={(next) => {
          onChanged(next)
          toast('发到了')
        }}
      />
    </>
  )
}

function HandlerButtons({ ticket, onChanged }: ActionsProps) {
  const { actions } = ticket
  const hasNoNumber = !hasNumber(ticket)
  const { isBusy, call, sheet } = useCallReporter(ticket.id)
  return (
    <View className={styles.buttons}>
      {actions.includes('reply') && (
        <View className={styles.buttonMain}>
          <Button look='primary' isMain icon='message-circle' onPress={() => openReply(ticket.id)}>
            {ticket.respondedAt === null ? '回应' : '再回一句'}
          </Button>
        </View>
      )}
      {actions.includes('close') && (
        <View className={styles.button}>
          <Button isMain onPress={() => openClose(ticket.id)}>
            办好了
          </Button>
        </View>
      )}
      {actions.includes('whistle') && (
        <View className={styles.button}>
          <Button isMain icon='megaphone' onPress={() => openWhistle(ticket.id)}>
            叫部门来
          </Button>
        </View>
      )}
      {actions.includes('order') && (
        <View className={styles.button}>
          <Button isMain icon='flag' onPress={() => void orderTicket(ticket.id).then((next) => next !== null && onChanged(next))}>
            发督办单
          </Button>
        </View>
      )}
      {actions.includes('call-reporter') && (
        <View className={styles.button}>
          <Button icon='phone' isMain isBusy={isBusy} isDisabled={hasNoNumber} onPress={call}>
            {hasNoNumber ? '没有他的电话' : '打电话'}
          </Button>
        </View>
      )}
      <View>{sheet}</View>
    </View>
  )
}
