// finds: SMTP3003
// after: contains client.Send(message)
using System.Collections.Generic;
using MailKit.Net.Smtp;
using MimeKit;

class Loop {
  public int Sent { get; private set; }

  public List<MimeMessage> Run(SmtpClient client, IEnumerable<MimeMessage> messages) {
    var failed = new List<MimeMessage>();
    foreach (var message in messages) {
      bool success;
      success = client.Send(message).Length != 0;
      if (success) {
        Sent++;
      } else {
        failed.Add(message);
      }
    }
    return failed;
  }
}
