import { View } from '@tarojs/components'
import { mayWorkAtDesk, type Me } from '@huiying/shared/identity'
import { openExpenses, seesExpenses } from '@/features/expenses/ways'
import {
  administeredSubDistrict, answersMatters, leadsVillage, mayHaveDuty, myHandledVillage, mySubDistrict, openBoard,
  openInbox, openPage, postLine, SIGN_IN_URL, villageOneSpeaksTo,
} from '@/features/identity'
import { keptVillages, openDesk } from '@/features/ledger/keeping-ways'
import { openPromise, readsPromise } from '@/features/promise/ways'
import { HELD_URL } from '@/features/tickets/held-ways'
import { keepsTopicList, openTopics } from '@/features/tickets/topics-ways'
import { openFigures, seesFigures } from '@/features/figures/ways'
import { openBook, openCalendar, openMonth, openMyDuty, openRosterPolicy, openWeek } from '@/features/roster/ways'
import { openAboutApp } from '@/features/tickets/ways'
import { Avatar } from '@/ui/avatar'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import styles from './me.module.scss'
import { MoneyWays } from './money-ways'

export function MyCard({ me }: { readonly me: Me }) {
  if (me.person === null) return null
  const { name, maskedPhone } = me.person
  return (
    <Card>
      <Avatar name={name} size='large' role={maskedPhone ?? '没有登记手机号'} />
      <View className={styles.posts}>
        {me.posts.map((post) => (
          <View key={`${post.kind}-${post.unit.id}`}>{postLine(post)}</View>
        ))}
      </View>
    </Card>
  )
}

/** Where one may go from here, by one's posts. */
export function MyWays({ me }: { readonly me: Me }) {
  // Who rules on duty, and who works by the rules.
  const ruling = mySubDistrict(me) ?? administeredSubDistrict(me)
  return (
    <Card>
      {answersMatters(me) && <ListRow icon='inbox' title='等我回的事' onPress={openInbox} />}
      {mayHaveDuty(me) && <ListRow icon='calendar-check' title='我的班' note='接班、请假、换班' onPress={openMyDuty} />}
      {myHandledVillage(me) !== null && (
        <ListRow icon='book-open' title='两解决' note='当场解决的、带到专题会的' onPress={() => openBook()} />
      )}
      {seesExpenses(me) && (
        <ListRow icon='wallet' title='开支' note='等我签的、等我办的，村里花的每一笔' onPress={openExpenses} />
      )}
      {keptVillages(me).map((village, _at, all) => (
        <ListRow
          key={village.id}
          icon='notebook-pen'
          title={all.length > 1 ? `记账：${village.name}` : '记账'}
          note='收入、对银行账、结账、公示、家底'
          onPress={() => openDesk({ village: village.id })}
        />
      ))}
      <MoneyWays me={me} />
      {mySubDistrict(me) !== null && (
        <>
          <ListRow icon='clock' title='超时看板' onPress={openBoard} />
          <ListRow icon='list' title='待看的内容' note='看过才给全村看' onPress={() => openPage(HELD_URL)} />
        </>
      )}
      {mySubDistrict(me) !== null && (
        <>
          <ListRow icon='calendar-days' title='排班' note='各村哪天谁值班' onPress={() => openMonth()} />
          <ListRow icon='triangle-alert' title='本周值班' note='没人值班、没接班、领导还没去' onPress={openWeek} />
          {seesFigures(me) && (
            <ListRow icon='list' title='数字' note='三率、是哪些事、一周简报、回访' onPress={() => openFigures()} />
          )}
        </>
      )}
      {mySubDistrict(me) === null && leadsVillage(me) !== null && (
        <ListRow icon='calendar-days' title='本村排班' note='哪天谁值班，可以换人' onPress={() => openMonth()} />
      )}
      {ruling !== null && (
        <>
          <ListRow icon='book-open' title='放假安排' onPress={openCalendar} />
          <ListRow icon='settings' title='值班规矩' onPress={openRosterPolicy} />
          {keepsTopicList(me) && <ListRow icon='list' title='事情分哪几类' note='哪一类归哪个部门' onPress={openTopics} />}
          {readsPromise(me) && <ListRow icon='settings' title='回应的规矩' note='多久回、多久办完' onPress={openPromise} />}
        </>
      )}
      {leadsVillage(me) !== null && (
        <ListRow icon='user-plus' title='等您认的人' onPress={() => openPage('/packages/account/members/index')} />
      )}
      {mayWorkAtDesk(me) && (
        <ListRow
          icon='key-round'
          title='在电脑上登录'
          note='输电脑上的 6 个数字'
          onPress={() => openPage('/packages/account/desk/index')}
        />
      )}
      <ListRow icon='list' title='我说过的事' onPress={() => openPage('/packages/ticket/mine/index')} />
      {villageOneSpeaksTo(me) !== null && (
        <ListRow icon='megaphone' title='说说这个小程序' note='不好用、不对的，直接到街道' onPress={openAboutApp} />
      )}
      {me.demo && <ListRow icon='users-round' title='换一个人试试' note='演示' onPress={() => openPage(SIGN_IN_URL)} />}
    </Card>
  )
}
