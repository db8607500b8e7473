import { View } from '@tarojs/components'
import styles from './sign-in.module.scss'

/** What is kept and what is not, where it is asked for. */
export function PrivacyWords() {
  return (
    <View className={styles.privacy}>
      <View>我们只记您的姓名、手机号和您说的事，用来找人办、给您回话。</View>
      <View>不看您的通讯录、不记您去过哪里；邻居看不到您的名字和号码。</View>
    </View>
  )
}
