import { useState } from 'react'
import { View } from '@tarojs/components'
import type { TopicRow, TopicsAnswer } from '@huiying/shared/tickets'
import { SignedIn } from '@/features/identity'
import { fetchTopics, keepsTopicList, TOPICS_URL } from '@/features/tickets/topics-ways'
import { useLoad } from '@/platform/use-load'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { LoadedView } from '@/ui/loaded-view'
import { goBack, Page } from '@/ui/page'
import { NotForYou } from '@/ui/states'
import { Tag } from '@/ui/tag'
import { TopicSheet } from './topic-sheet'
import styles from './topics.module.scss'

/** What matters are about, and whose each is: what belongs to a department is never pushed down to a village. */
export default function TopicsPage() {
  return (
    <Page title='事情分哪几类'>
      <SignedIn backTo={TOPICS_URL}>
        {(me) => keepsTopicList(me) ? <Topics key={me.accountId} /> : <NotForYou action={{ words: '返回', onPress: goBack }} />}
      </SignedIn>
    </Page>
  )
}

function Topics() {
  const topics = useLoad('topics', fetchTopics)
  return <LoadedView loaded={topics}>{(answer) => <List answer={answer} onSaved={topics.replace} />}</LoadedView>
}

interface ListProps {
  readonly answer: TopicsAnswer
  readonly onSaved: (answer: TopicsAnswer) => void
}

function List({ answer, onSaved }: ListProps) {
  const [edited, setEdited] = useState<TopicRow | 'new' | null>(null)
  return (
    <>
      <View className={styles.sentence}>办事的人给每件事归类。归了部门的，只能部门或街道办，不能转给村里。</View>
      <Card title={answer.subDistrict.name}>
        {answer.topics.map((topic) => (
          <ListRow
            key={topic.id}
            title={topic.name}
            note={noteOf(topic)}
            {...(topic.isActive ? {} : { end: <Tag>不用了</Tag> })}
            onPress={() => setEdited(topic)}
          />
        ))}
        {answer.topics.length === 0 && <View className={styles.sentence}>还没有分类</View>}
      </Card>
      <Button look='primary' isMain icon='plus' onPress={() => setEdited('new')}>
        加一类
      </Button>
      {edited !== null && (
        <TopicSheet
          topic={edited === 'new' ? null : edited}
          departments={answer.departments}
          onClose={() => setEdited(null)}
          onSaved={(next) => {
            setEdited(null)
            onSaved(next)
          }}
        />
      )}
    </>
  )
}

function noteOf({ departmentName, words }: TopicRow): string {
  const whose = departmentName === null ? '村里能办' : `归${departmentName}`
  return words.length === 0 ? whose : `${whose} · 常说：${words.join('、')}`
}
