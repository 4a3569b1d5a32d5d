// finds: SMTP2003
// fixes: SMTP2003
using System;
using System.Threading.Tasks;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

class Bulk {
  public static async Task Run(string host, MimeMessage[] mails) {
    var client = new SmtpClient();
    await client.ConnectAsync(host, 465, SecureSocketOptions.SslOnConnect);
    await client.AuthenticateAsync("bulk", Environment.GetEnvironmentVariable("BULK_PASSWORD"));
    foreach (var mail in mails) {
      try {
        await client.SendAsync(mail);
      } catch (System.IO.IOException e) {
        Console.WriteLine(e.Message);
      } finally {
        mail.Dispose();
      }
    }
  }
}
