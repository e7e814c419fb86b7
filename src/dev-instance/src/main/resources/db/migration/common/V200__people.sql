create table people_user (
  user_key varchar(64) not null primary key,
  username varchar(100) not null unique,
  full_name varchar(255) not null,
  email varchar(255) not null,
  active boolean not null,
  language varchar(16),
  password_hash varchar(255) not null,
  password_version integer not null
);

create table people_group (
  group_name varchar(100) not null primary key
);

create table people_membership (
  user_key varchar(64) not null references people_user (user_key),
  group_name varchar(100) not null references people_group (group_name),
  primary key (user_key, group_name)
);

insert into people_group (group_name) values ('confluence-users');
insert into people_group (group_name) values ('confluence-administrators');
