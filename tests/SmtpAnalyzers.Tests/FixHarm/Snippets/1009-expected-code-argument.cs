// finds: SMTP1009
// after: lacks "25"
// after: contains "250"
using System;
using System.IO;

public class SmtpConversation
{
	private readonly StreamReader _in;
	private readonly StreamWriter _out;

	public SmtpConversation(StreamReader reader, StreamWriter writer)
	{
		_in = reader;
		_out = writer;
	}

	public void Recipient(string to)
	{
		Exchange("RCPT TO:<" + to + ">", "250");
	}

	private void Exchange(string line, string expected)
	{
		_out.WriteLine(line);
		var reply = _in.ReadLine() ?? "";
		if (!reply.StartsWith(expected))
			throw new InvalidOperationException(reply);
	}
}
