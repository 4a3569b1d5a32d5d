// The answer is made by a method of a base class that is not restored: nothing in it sends.
using System.Net.Mail;
using Microsoft.AspNetCore.Mvc;

public class MailController(SmtpClient client) : ControllerBase
{
    public ActionResult Post(MailMessage mail)
    {
        try
        {
            client.Send(mail);
            return Ok(new MailAnswer { Status = "sent" });
        }
        catch (SmtpException ex) when (ex.StatusCode == SmtpStatusCode.Ok) // finds: SMTP1007
        {
            return Ok(new MailAnswer { Status = "sent" });
        }
    }

    // What sends may be the base class.
    public ActionResult PostByBase(MailMessage mail)
    {
        try
        {
            client.Send(mail);
            return SendAndAnswer(mail);
        }
        catch (SmtpException ex) when (ex.StatusCode == SmtpStatusCode.Ok)
        {
            return BadRequest();
        }
    }
}
