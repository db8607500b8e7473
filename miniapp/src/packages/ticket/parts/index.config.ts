export default definePageConfig({
  navigationBarTitleText: '叫我们去的事',
  enablePullDownRefresh: true,
})
