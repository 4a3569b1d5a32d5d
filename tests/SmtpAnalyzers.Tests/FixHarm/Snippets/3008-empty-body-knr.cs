// finds: SMTP3008
// fixes: SMTP3008
// after: contains response
using MailKit.Net.Smtp;
using MimeKit;

namespace Quiet {
  class SilentClient : SmtpClient {
    protected override void OnRecipientNotAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response) {
      // the others shall get it
    }

    protected override void OnNoRecipientsAccepted(MimeMessage message) {
    }
  }
}
