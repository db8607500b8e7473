import { View } from '@tarojs/components'
import type { Me } from '@huiying/shared/identity'
import type { NoticePreferences, SubscriptionsAnswer, TemplateKey } from '@huiying/shared/notifications'
import { SignedIn } from '@/features/identity'
import { savePreferences } from '@/features/notifications/api'
import { TopUp } from '@/features/notifications/top-up'
import { keysToTopUp, templatesFor } from '@/features/notifications/wanted-templates'
import { loadSubscriptions } from '@/platform/subscribe'
import { useAct } from '@/platform/use-act'
import { useLoad, type Loaded } from '@/platform/use-load'
import { Card } from '@/ui/card'
import { LoadedView } from '@/ui/loaded-view'
import { Page } from '@/ui/page'
import { toast } from '@/ui/toast'
import { Toggle } from '@/ui/toggle'
import styles from './preferences.module.scss'

export default function PreferencesPage() {
  return (
    <Page title='提醒设置'>
      <SignedIn>{(me) => <Preferences me={me} />}</SignedIn>
    </Page>
  )
}

function Preferences({ me }: { readonly me: Me }) {
  const loaded = useLoad<SubscriptionsAnswer>(me.accountId, loadSubscriptions)
  return (
    <LoadedView loaded={loaded}>
      {(answer) => <Wishes me={me} answer={answer} onChanged={loaded.replace} />}
    </LoadedView>
  )
}

interface WishesProps {
  readonly me: Me
  readonly answer: SubscriptionsAnswer
  readonly onChanged: Loaded<SubscriptionsAnswer>['replace']
}

function Wishes({ me, answer, onChanged }: WishesProps) {
  const { isBusy, run } = useAct({ say: toast })
  const templates = templatesFor(me, answer)

  const wish = (key: TemplateKey, wanted: boolean) =>
    void run(async () => onChanged(await savePreferences({ ...wishesIn(answer), [key]: wanted })))

  return (
    <>
      <Card title='哪些事用微信提醒您'>
        {templates.map((template) => (
          <Toggle
            key={template.key}
            title={template.name}
            {...(template.wanted ? { note: remainingWords(template.remaining) } : {})}
            isOn={template.wanted}
            isDisabled={isBusy}
            onChange={(isOn) => wish(template.key, isOn)}
          />
        ))}
      </Card>
      <Card title='没开、用完了，就再要一次'>
        <View className={styles.note}>微信规定：您点一次“允许”，我们才能提醒一次。勾上“总是保持以上选择”，以后点一下就行。</View>
        <TopUp keys={keysToTopUp(templates)} onToppedUp={onChanged} />
      </Card>
      <View className={styles.foot}>不管提醒开没开，“消息”里一条都不少。</View>
    </>
  )
}

function wishesIn(answer: SubscriptionsAnswer): NoticePreferences {
  const wanted = (key: TemplateKey) => answer.templates.find((template) => template.key === key)?.wanted ?? true
  return { answer: wanted('answer'), duty: wanted('duty'), supervision: wanted('supervision'), roster: wanted('roster'), money: wanted('money') }
}

function remainingWords(remaining: number): string {
  return remaining === 0 ? '现在微信里提醒不到您' : `还能提醒 ${remaining} 次`
}
