export default definePageConfig({
  navigationBarTitleText: '是哪些事',
  enablePullDownRefresh: true,
})
