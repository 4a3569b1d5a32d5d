// finds: SMTP3005
// fixes: SMTP3005
// editorconfig: indent_size = 2
// after: contains InnerExceptions
using System.Collections.Generic;
using System.Net.Mail;
using System.Threading.Tasks;

class Sorter {
  public List<string> Gone = new(), Later = new();

  public async Task Send(SmtpClient client, MailMessage message) {
    try {
      await client.SendMailAsync(message);
    } catch (SmtpFailedRecipientException ex) {
      // 4xx: next night
      if ((int)ex.StatusCode / 100 == 4) {
        Later.Add(ex.FailedRecipient);
      } else {
        Gone.Add(ex.FailedRecipient);
      }
    }
  }
}
