export default definePageConfig({ navigationBarTitleText: '这件事由谁办' })
