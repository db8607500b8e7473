import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { isOpen, type TicketView } from '@huiying/shared/tickets'
import { ticketUrl } from '@/features/identity'
import { Button } from '@/ui/button'
import { QuotedTicket } from './quoted-ticket'
import styles from './inbox.module.scss'

/**
 * For a page opened too late: from a list of a minute ago, or beside a colleague who was quicker. Said before anything
 * is written: the server would refuse it afterwards.
 */
export function NotNow({ ticket }: { readonly ticket: TicketView }) {
  return (
    <>
      <QuotedTicket ticket={ticket} />
      <View className={styles.notNow}>
        {isOpen(ticket) ? '这一步现在不用做了：别人已经做了，或者过了时间。' : '这件事已经办结了，不用再做。'}
      </View>
      <Button look='primary' isMain onPress={() => void Taro.redirectTo({ url: ticketUrl(ticket.id) })}>
        看看办到哪一步了
      </Button>
    </>
  )
}
